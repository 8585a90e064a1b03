// Package format writes findings for people and for other programs.
package format

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"

	"bantin/generator/bulletin"
	"bantin/generator/check"
)

// Names lists the formats that Write knows, the default first.
func Names() []string { return []string{"text", "json", "sarif"} }

// Write writes the findings in one of the formats.
func Write(out io.Writer, format string, findings bulletin.Findings) error {
	switch format {
	case "text":
		for _, f := range findings {
			if _, err := fmt.Fprintln(out, f); err != nil {
				return err
			}
		}
		return nil
	case "json":
		return writeJSON(out, asJSON(findings))
	case "sarif":
		return writeJSON(out, asSARIF(findings))
	}
	return fmt.Errorf("format: unknown format %q", format)
}

func writeJSON(out io.Writer, v any) error {
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// levels are the names of SARIF, which other programs know; JSON uses them too.
var levels = map[bulletin.Level]string{bulletin.Error: "error", bulletin.Warning: "warning", bulletin.Hint: "note"}

type jsonReport struct {
	Errors   int           `json:"errors"`
	Warnings int           `json:"warnings"`
	Hints    int           `json:"hints"`
	Findings []jsonFinding `json:"findings"`
}

type jsonFinding struct {
	File    string `json:"file"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Level   string `json:"level"`
	Code    string `json:"code"`
	Message string `json:"message"`
	Fix     string `json:"fix,omitempty"`
}

func asJSON(findings bulletin.Findings) jsonReport {
	r := jsonReport{
		Errors: findings.Count(bulletin.Error), Warnings: findings.Count(bulletin.Warning), Hints: findings.Count(bulletin.Hint),
		Findings: []jsonFinding{},
	}
	for _, f := range findings {
		r.Findings = append(r.Findings, jsonFinding{f.File, f.Line, f.Col, levels[f.Level], f.Code, f.Message, f.Fix})
	}
	return r
}

// The shapes of SARIF 2.1.0 (OASIS) that a list of findings needs.
type (
	sarif struct {
		Schema  string `json:"$schema"`
		Version string `json:"version"`
		Runs    []run  `json:"runs"`
	}
	run struct {
		Tool       tool     `json:"tool"`
		Language   string   `json:"language"`
		ColumnKind string   `json:"columnKind"`
		Results    []result `json:"results"`
	}
	tool struct {
		Driver driver `json:"driver"`
	}
	driver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string  `json:"id"`
		Short   message `json:"shortDescription"`
		Default level   `json:"defaultConfiguration"`
	}
	level struct {
		Level string `json:"level"`
	}
	message struct {
		Text string `json:"text"`
	}
	result struct {
		RuleID    string     `json:"ruleId"`
		RuleIndex int        `json:"ruleIndex"`
		Level     string     `json:"level"`
		Message   message    `json:"message"`
		Locations []location `json:"locations"`
	}
	location struct {
		Physical physical `json:"physicalLocation"`
	}
	physical struct {
		Artifact artifact `json:"artifactLocation"`
		Region   *region  `json:"region,omitempty"`
	}
	artifact struct {
		URI string `json:"uri"`
	}
	region struct {
		Line   int `json:"startLine"`
		Column int `json:"startColumn,omitempty"`
	}
)

func asSARIF(findings bulletin.Findings) sarif {
	d := driver{Name: "bantin", Rules: []sarifRule{}}
	index := map[string]int{}
	for i, r := range check.Rules() {
		index[r.Code] = i
		d.Rules = append(d.Rules, sarifRule{r.Code, message{r.Title}, level{levels[r.Level]}})
	}
	results := []result{}
	for _, f := range findings {
		at, known := index[f.Code]
		if !known {
			at = -1
		}
		p := physical{Artifact: artifact{(&url.URL{Path: f.File}).EscapedPath()}}
		if f.Line > 0 {
			p.Region = &region{f.Line, f.Col}
		}
		text := f.Message
		if f.Fix != "" {
			text += " — " + f.Fix
		}
		results = append(results, result{f.Code, at, levels[f.Level], message{text}, []location{{p}}})
	}
	return sarif{
		Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0",
		Runs: []run{{tool{d}, "vi", "unicodeCodePoints", results}},
	}
}
