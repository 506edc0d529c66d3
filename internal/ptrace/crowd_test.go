package ptrace

import "testing"

// What holds for a few tasks holds in a crowd.
func TestCrowd(t *testing.T) {
	defer func(n int) { crowdSize = n }(crowdSize)
	for _, crowdSize = range []int{1} {
		for name, f := range map[string]func(*testing.T){
			"threads": TestThreads, "forks": TestForkStorm, "exec": TestThreadExec, "sudden": TestSudden, "stops": TestStops,
			"unfollowed": TestUnfollowed, "fails": TestLaunchFails, "attach": TestAttachThreads, "sleeping": TestAttachSleeping,
			"running": TestAttachRunning, "stopped": TestAttachStopped, "children": TestOtherChildren, "allocation": TestNoAllocation,
		} {
			t.Run(name, f)
		}
	}
}
