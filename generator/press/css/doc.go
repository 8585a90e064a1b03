// Package css reads style sheets and computes the style of every element of an
// HTML document: tokens by tdewolff/parse, selectors by cascadia, and here the
// grammar of each property, the cascade (CSS Cascade 4), inheritance, custom
// properties, calc(), @page, @font-face and @media. It knows no layout: what
// depends on the pages (percentages, counters, page numbers) is left open in
// the Style for the layout to resolve.
package css
