package server

import "encoding/binary"

// Opcodes of RFC 6455, 5.2.
const (
	opText  = 0x1
	opClose = 0x8
	opPing  = 0x9
	opPong  = 0xA
	fin     = 0x80
)

// maxControl is the length of a control frame's payload (RFC 6455, 5.5).
const maxControl = 125

// appendFrame appends a server's frame, which is whole and not masked, to b.
func appendFrame(b []byte, opcode byte, payload []byte) []byte {
	b = append(b, fin|opcode)
	switch n := len(payload); {
	case n <= 125:
		b = append(b, byte(n))
	case n <= 0xFFFF:
		b = append(b, 126)
		b = binary.BigEndian.AppendUint16(b, uint16(n))
	default:
		b = append(b, 127)
		b = binary.BigEndian.AppendUint64(b, uint64(n))
	}
	return append(b, payload...)
}

// closeFrame is the frame that ends a connection with a code and a reason.
func closeFrame(code int, reason string) []byte {
	payload := binary.BigEndian.AppendUint16(nil, uint16(code))
	if room := maxControl - len(payload); len(reason) > room {
		reason = reason[:room]
	}
	return appendFrame(nil, opClose, append(payload, reason...))
}
