//go:build !unix

package hugosite

func restrict() {}
