package pebblelog

import (
	"bytes"
	"encoding/hex"
	"math"
	"testing"

	"github.com/google/uuid"
)

// FuzzKeyOrder checks that the order of keys is the order of sessions and
// sequences, that a key gives back what it was made of, and that the ranges
// hold what they say.
func FuzzKeyOrder(f *testing.F) {
	low, high := make([]byte, 16), bytes.Repeat([]byte{0xff}, 16)
	f.Add(low, uint64(0), low, uint64(1))
	f.Add(low, uint64(255), low, uint64(256))
	f.Add(low, uint64(math.MaxUint64), high, uint64(0))
	f.Add(high, uint64(math.MaxUint64), high, uint64(math.MaxUint64-1))
	f.Fuzz(func(t *testing.T, rawA []byte, seqA uint64, rawB []byte, seqB uint64) {
		a, errA := uuid.FromBytes(rawA)
		b, errB := uuid.FromBytes(rawB)
		if errA != nil || errB != nil {
			t.Skip("not 16 bytes")
		}
		keyA, keyB := recordKey(a, seqA), recordKey(b, seqB)
		if got, want := bytes.Compare(keyA, keyB), compare(a, seqA, b, seqB); got != want {
			t.Errorf("order of %v %d and %v %d: got %d, want %d", a, seqA, b, seqB, got, want)
		}
		if got, ok := recordSeq(keyA); !ok || got != seqA {
			t.Errorf("recordSeq: got %d, %v, want %d", got, ok, seqA)
		}
		if got, ok := infoSession(infoKey(a)); !ok || got != a {
			t.Errorf("infoSession: got %v, %v, want %v", got, ok, a)
		}
		lower, upper := recordsAfter(a, seqA)
		wantWithin(t, "recordsAfter", keyB, lower, upper, a == b && seqB > seqA)
		lower, upper = recordsUpTo(a, seqA)
		wantWithin(t, "recordsUpTo", keyB, lower, upper, a == b && seqB <= seqA)
		lower, upper = infosAfter(&a)
		wantWithin(t, "infosAfter", infoKey(b), lower, upper, bytes.Compare(b[:], a[:]) > 0)
		lower, upper = infosAfter(nil)
		wantWithin(t, "infosAfter(nil)", infoKey(b), lower, upper, true)
		wantWithin(t, "infosAfter(nil) of another kind", snapshotKey(b), lower, upper, false)
	})
}

func compare(a uuid.UUID, seqA uint64, b uuid.UUID, seqB uint64) int {
	switch {
	case a != b:
		return bytes.Compare(a[:], b[:])
	case seqA < seqB:
		return -1
	case seqA > seqB:
		return 1
	}
	return 0
}

func wantWithin(t *testing.T, name string, key, lower, upper []byte, want bool) {
	t.Helper()
	got := bytes.Compare(key, lower) >= 0 && bytes.Compare(key, upper) < 0
	if got != want {
		t.Errorf("%s: %x within %x…%x: got %v, want %v", name, key, lower, upper, got, want)
	}
}

// The layout on disk is a promise: these bytes never change within a format
// version.
func TestFrozenLayout(t *testing.T) {
	id := uuid.MustParse("00112233-4455-6677-8899-aabbccddeeff")
	const session = "00112233445566778899aabbccddeeff"
	tests := []struct {
		name string
		got  []byte
		want string
	}{
		{"format key", formatKey(), "01"},
		{"info key", infoKey(id), "02" + session},
		{"snapshot key", snapshotKey(id), "03" + session},
		{"record key", recordKey(id, 258), "04" + session + "0000000000000102"},
		{"info", infoRow{touched: 259, dropped: 7, meta: []byte("m")}.encode(), "0000000000000103" + "0000000000000007" + "6d"},
		{"snapshot", encodeSnapshot(260, []byte("s")), "0000000000000104" + "73"},
	}
	for _, tt := range tests {
		if got := hex.EncodeToString(tt.got); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestMalformedValues(t *testing.T) {
	if _, err := decodeInfo(make([]byte, 15)); err != errCorrupt {
		t.Errorf("decodeInfo of 15 bytes: got %v, want %v", err, errCorrupt)
	}
	if _, _, err := decodeSnapshot(make([]byte, 7)); err != errCorrupt {
		t.Errorf("decodeSnapshot of 7 bytes: got %v, want %v", err, errCorrupt)
	}
	if _, ok := recordSeq(infoKey(uuid.UUID{})); ok {
		t.Error("recordSeq of an info key: got ok, want not")
	}
	if _, ok := infoSession(recordKey(uuid.UUID{}, 1)); ok {
		t.Error("infoSession of a record key: got ok, want not")
	}
}
