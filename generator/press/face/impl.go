package face

type impl struct{}
