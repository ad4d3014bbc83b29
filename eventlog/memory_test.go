package eventlog_test

import (
	"testing"

	"remoted/eventlog"
	"remoted/eventlog/logtest"
)

func TestMemory(t *testing.T) {
	logtest.Run(t, func(*testing.T) eventlog.Log { return eventlog.NewMemory() })
}
