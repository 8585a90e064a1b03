package sitetest

import (
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	code := m.Run()
	if k := editions.tb; k != nil {
		for _, f := range k.cleanups {
			f()
		}
	}
	os.Exit(code)
}
