package pdf

import (
	"bytes"
	"compress/zlib"
	"runtime"
)

// level is the strength of compression: a little less than usual, for a hundredth
// more bytes in a third less time.
const level = 4

// deflater compresses one stream after another with the same buffers.
type deflater struct {
	buf bytes.Buffer
	zw  *zlib.Writer
}

// pack returns data compressed; the bytes stay good until the next call.
func (z *deflater) pack(data []byte) []byte {
	z.buf.Reset()
	if z.zw == nil {
		z.zw, _ = zlib.NewWriterLevel(&z.buf, level)
	} else {
		z.zw.Reset(&z.buf)
	}
	z.zw.Write(data) // a bytes.Buffer takes everything
	z.zw.Close()
	return z.buf.Bytes()
}

// deflaters are as many as can work at once, never more: each takes 650 KiB,
// which a pool that the collector empties would make again and again.
var deflaters = func() chan *deflater {
	n := runtime.GOMAXPROCS(0)
	c := make(chan *deflater, n)
	for range n {
		c <- new(deflater)
	}
	return c
}()

// Packed is a stream that is being compressed on its own time.
type Packed struct {
	data []byte
	done chan struct{}
}

// Pack begins to compress data, which must not change any more.
func Pack(data []byte) *Packed {
	p := &Packed{data: data, done: make(chan struct{})}
	go func() {
		defer close(p.done)
		p.data = Deflate(p.data)
	}()
	return p
}

// Bytes waits for the end and returns the compressed data.
func (p *Packed) Bytes() []byte {
	<-p.done
	return p.data
}

// Deflate compresses data for SetPacked. It may be called from several
// goroutines.
func Deflate(data []byte) []byte {
	z := <-deflaters
	defer func() { deflaters <- z }()
	return bytes.Clone(z.pack(data))
}
