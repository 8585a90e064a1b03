package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// cost is what one process took: wall time, time of the processors (with that of
// the processes it waited for), and its peak of memory in bytes.
type cost struct {
	wall, cpu time.Duration
	peak      int64
}

// spend runs a command to its end. The peak is that of the process as the
// kernel counts it (ru_maxrss); for many processes the largest sum of their
// proportional shares (Pss), looked at every 20 ms.
func spend(args, env []string, many bool) (cost, error) {
	cmd := exec.Command(args[0], args[1:]...)
	var complaint bytes.Buffer
	cmd.Stderr, cmd.Env = &complaint, append(os.Environ(), env...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return cost{}, err
	}
	done, peak := make(chan struct{}), make(chan int64, 1)
	go func() {
		var most int64
		for many {
			most = max(most, shares(cmd.Process.Pid))
			select {
			case <-done:
				many = false
			case <-time.After(20 * time.Millisecond):
			}
		}
		peak <- most
	}()
	err := cmd.Wait()
	c := cost{wall: time.Since(start), cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
	close(done)
	c.peak = <-peak
	if u, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		c.peak = max(c.peak, u.Maxrss<<10)
	}
	if err != nil {
		return c, fmt.Errorf("%s: %w: %s", filepath.Base(args[0]), err, complaint.String())
	}
	return c, nil
}

// shares sums the memory of all processes of a group, pages that several share
// counted once. Processes that end meanwhile count nothing.
func shares(group int) (sum int64) {
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, name := range stats {
		stat, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		_, rest, _ := strings.Cut(string(stat), ") ")
		if f := strings.Fields(rest); len(f) < 3 || f[2] != strconv.Itoa(group) {
			continue
		}
		rollup, _ := os.ReadFile(filepath.Join(filepath.Dir(name), "smaps_rollup"))
		for line := range strings.Lines(string(rollup)) {
			if f := strings.Fields(line); len(f) > 1 && f[0] == "Pss:" {
				kb, _ := strconv.ParseInt(f[1], 10, 64)
				sum += kb << 10
			}
		}
	}
	return sum
}

// median of each figure of its own.
func median(all []cost) cost {
	middle := func(figure func(cost) int64) int64 {
		list := make([]int64, len(all))
		for i, c := range all {
			list[i] = figure(c)
		}
		slices.Sort(list)
		return list[len(list)/2]
	}
	return cost{
		wall: time.Duration(middle(func(c cost) int64 { return int64(c.wall) })),
		cpu:  time.Duration(middle(func(c cost) int64 { return int64(c.cpu) })),
		peak: middle(func(c cost) int64 { return c.peak }),
	}
}
