package board

// refill puts back, where a sheet has several containers, what still fits: an
// article in a column of its own does not lose its text to one in the next
// column. What goes last comes back first.
func (f *fitter) refill(set *Set) (*Set, error) {
	most := 0
	for _, s := range f.sheets {
		most = max(most, s.groups())
	}
	for g := most - 1; g >= 0; g-- {
		var err error
		if set, err = f.refillGroup(set, g); err != nil {
			return nil, err
		}
	}
	return set, nil
}

// refillGroup searches, on all sheets at the same time, how many parts of one
// group can come back.
func (f *fitter) refillGroup(set *Set, group int) (*Set, error) {
	lo, hi := make([]int, len(f.sheets)), make([]int, len(f.sheets))
	busy := false
	for i, s := range f.sheets {
		if s.groups() > 1 && set.Sheets[i].fits() {
			hi[i] = len(s.missing(group))
			busy = busy || hi[i] > 0
		}
	}
	if !busy {
		return set, nil
	}
	missing := make([][]int, len(f.sheets))
	for i, s := range f.sheets {
		missing[i] = s.missing(group)
	}
	for {
		busy = false
		for i, s := range f.sheets {
			n := lo[i]
			if lo[i] < hi[i] {
				busy = true
				n = (lo[i] + hi[i] + 1) / 2
			}
			s.back(missing[i], n)
		}
		var err error
		if set, err = f.layout(nil); err != nil || !busy {
			return set, err
		}
		for i := range f.sheets {
			switch middle := (lo[i] + hi[i] + 1) / 2; {
			case lo[i] >= hi[i]:
			case set.Sheets[i].fits():
				lo[i] = middle
			default:
				hi[i] = middle - 1
			}
		}
	}
}

// groups counts the groups of parts.
func (s *sheet) groups() (n int) {
	for _, p := range s.parts {
		n = max(n, p.group+1)
	}
	return n
}

// missing lists the parts of a group that are out, the first to come back
// first.
func (s *sheet) missing(group int) (all []int) {
	for i := len(s.parts) - 1; i >= 0; i-- {
		if s.out[i] && s.parts[i].group == group {
			all = append(all, i)
		}
	}
	return all
}

// back has the first n of missing parts on the sheet and the others not.
func (s *sheet) back(missing []int, n int) {
	for i, p := range missing {
		s.out[p] = i >= n
	}
	s.apply()
}
