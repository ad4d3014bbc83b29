package eventlog

import (
	"errors"
	"testing"
)

func TestCheckGroup(t *testing.T) {
	full := make([]byte, MaxRecordBytes)
	tests := []struct {
		name  string
		group [][]byte
		want  error
	}{
		{"empty", nil, nil},
		{"largest record", [][]byte{full}, nil},
		{"record one byte too large", [][]byte{make([]byte, MaxRecordBytes+1)}, ErrTooLarge},
		{"most records", make([][]byte, MaxGroupRecords), nil},
		{"one record too many", make([][]byte, MaxGroupRecords+1), ErrTooLarge},
		{"largest group", [][]byte{full, full, full, full}, nil},
		{"group one byte too large", [][]byte{full, full, full, full, {0}}, ErrTooLarge},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := CheckGroup(tt.group); !errors.Is(got, tt.want) {
				t.Errorf("CheckGroup: got %v, want %v", got, tt.want)
			}
		})
	}
}
