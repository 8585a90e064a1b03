//go:build !unix

package staging

import "os"

func isMount(string, os.FileInfo) bool { return false }

func isBusy(error) bool { return false }
