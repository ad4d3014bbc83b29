package picture

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/draw"
)

// coarse so many times a thumbnail's side, a large picture is brought to first, by
// leaving pixels out: what is averaged after that is still sixteen to one, and takes
// a tenth of the time and memory that a camera's whole picture would.
const coarse = 4

// shrink draws the picture at its new size, on white where it is transparent: JPEG
// knows no transparency, and covers are made for paper.
func shrink(m image.Image) *image.RGBA {
	if b := m.Bounds(); max(b.Dx(), b.Dy()) > coarse*Side {
		fewer := image.NewRGBA(fitted(b, coarse*Side))
		draw.NearestNeighbor.Scale(fewer, fewer.Bounds(), m, b, draw.Src, nil)
		m = fewer
	}
	small := image.NewRGBA(fitted(m.Bounds(), Side))
	draw.Draw(small, small.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.CatmullRom.Scale(small, small.Bounds(), m, m.Bounds(), draw.Over, nil)
	return small
}

// fitted is the size of a picture whose longer side is at most so long.
func fitted(from image.Rectangle, side int) image.Rectangle {
	scale := min(1, float64(side)/float64(max(from.Dx(), from.Dy())))
	scaled := func(n int) int { return max(1, int(math.Round(float64(n)*scale))) }
	return image.Rect(0, 0, scaled(from.Dx()), scaled(from.Dy()))
}

// upright turns a picture as its orientation says (Exif 2.32, tag 274): that is where
// the first row and the first column of the pixels belong.
func upright(m *image.RGBA, orientation int) *image.RGBA {
	w, h := m.Bounds().Dx(), m.Bounds().Dy()
	var from func(x, y int) (int, int) // the pixel that belongs at x, y
	switch orientation {
	case 2:
		from = func(x, y int) (int, int) { return w - 1 - x, y }
	case 3:
		from = func(x, y int) (int, int) { return w - 1 - x, h - 1 - y }
	case 4:
		from = func(x, y int) (int, int) { return x, h - 1 - y }
	case 5:
		from = func(x, y int) (int, int) { return y, x }
	case 6:
		from = func(x, y int) (int, int) { return y, h - 1 - x }
	case 7:
		from = func(x, y int) (int, int) { return w - 1 - y, h - 1 - x }
	case 8:
		from = func(x, y int) (int, int) { return w - 1 - y, x }
	default:
		return m
	}
	size := image.Pt(w, h)
	if orientation >= 5 {
		size = image.Pt(h, w)
	}
	return redrawn(m, size, from)
}

// redrawn is a picture of that size whose pixels come from those places of another.
func redrawn(m *image.RGBA, size image.Point, from func(x, y int) (int, int)) *image.RGBA {
	out := image.NewRGBA(image.Rectangle{Max: size})
	for y := range size.Y {
		for x := range size.X {
			fx, fy := from(x, y)
			out.SetRGBA(x, y, m.RGBAAt(fx, fy))
		}
	}
	return out
}
