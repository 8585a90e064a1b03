// Package sitetest tests the finished site of the sample bulletin as readers
// meet it: every page and file that a build leaves, over HTTP with the headers
// of netlify.toml, under a path prefix, and in Chromium. What it tests are
// layouts/, static/, hugo.toml and netlify.toml; its own code only builds the
// sample and serves it to the tests.
package sitetest
