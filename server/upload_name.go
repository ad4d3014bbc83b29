package server

import (
	"encoding/base64"
	"strings"

	"remoted/protocol"
)

// uploadName reads the file's name out of tus' Upload-Metadata: pairs of a key and a
// value in base64, separated by commas. Without one the name is empty.
func uploadName(metadata string) (string, error) {
	if len(metadata) > maxUploadMetadata {
		return "", protocol.Errorf(protocol.Invalid, "Upload-Metadata", "Upload-Metadata has at most %d bytes", maxUploadMetadata)
	}
	for pair := range strings.SplitSeq(metadata, ",") {
		key, value, _ := strings.Cut(strings.TrimSpace(pair), " ")
		if key != "filename" {
			continue
		}
		name, err := base64.StdEncoding.DecodeString(value)
		if err != nil {
			return "", protocol.Errorf(protocol.Invalid, "Upload-Metadata", "the filename in Upload-Metadata is not base64")
		}
		return string(name), nil
	}
	return "", nil
}
