package playlist

// row is a command, and what is different from the column where it is given.
type row struct {
	name     string
	do       func(*State) Action
	current  ItemID // in place of B
	position int64  // in place of 1:00
	given    []func(*State) Action
}

// tablePart is a table of commands of one family.
type tablePart struct {
	title string
	rows  []row
}

// always returns the same action, whatever the state.
func always(a Action) func(*State) Action { return func(*State) Action { return a } }

// current returns an action on the current item.
func current(do func(ItemID) Action) func(*State) Action {
	return func(s *State) Action { return do(s.Playback.Item) }
}

func tableRows() []tablePart {
	to := func(n int64) *int64 { return &n }
	news := tableItems("N")
	failed := []func(*State) Action{current(func(id ItemID) Action { return MarkFailed{Item: id} })}
	repeat := func(mode Repeat) []func(*State) Action { return []func(*State) Action{always(SetRepeat{mode})} }
	folder := FallbackSource{Kind: SourceFolder, Key: "F"}
	set := []func(*State) Action{always(SetFallback{folder})}
	finish := current(func(id ItemID) Action { return Finish{Item: id} })
	return []tablePart{
		{"player command", []row{
			{name: "`play`", do: always(Play{})},
			{name: "`pause`", do: always(Pause{})},
			{name: "`toggle`", do: always(Toggle{})},
			{name: "`stop`", do: always(Stop{})},
			{name: "`next`", do: always(Next{})},
			{name: "`next` on the last item", do: always(Next{}), current: "C"},
			{name: "`next` on the last item, `repeat` all", do: always(Next{}), current: "C", given: repeat(RepeatAll)},
			{name: "`next`, `expect` A", do: always(Next{Expect: "A"})},
			{name: "`previous`", do: always(Previous{})},
			{name: "`previous` within 3 s", do: always(Previous{}), position: 3000},
			{name: "`previous` within 3 s of the first item", do: always(Previous{}), current: "A", position: 3000},
			{name: "`previous`, `expect` A", do: always(Previous{Expect: "A"})},
			{name: "`jump` to A", do: always(Jump{"A"})},
			{name: "`jump` to the current item", do: current(func(id ItemID) Action { return Jump{id} })},
			{name: "`seek` to 1:30", do: always(Seek{Position: to(90_000)})},
			{name: "`seek` by −10 s", do: always(Seek{Delta: to(-10_000)})},
			{name: "`seek` to −1", do: always(Seek{Position: to(-1)})},
			{name: "`seek` beyond the end", do: always(Seek{Position: to(999_000)})},
			{name: "`seek`, `expect` A", do: always(Seek{Position: to(0), Expect: "A"})},
			{name: "`volume` 30", do: always(SetVolume{30})},
			{name: "`volume` 30 when muted", do: always(SetVolume{30}), given: []func(*State) Action{always(SetMuted{true})}},
			{name: "`volume` as it is", do: always(SetVolume{100})},
			{name: "`volume` 101", do: always(SetVolume{101})},
			{name: "`mute`", do: always(SetMuted{true})},
			{name: "`unmute`", do: always(SetMuted{false})},
			{name: "`rate` 2", do: always(SetRate{2})},
			{name: "`rate` as it is", do: always(SetRate{1})},
			{name: "`rate` 3", do: always(SetRate{3})},
			{name: "`repeat` all", do: always(SetRepeat{RepeatAll})},
			{name: "`repeat` as it is", do: always(SetRepeat{RepeatNone})},
			{name: "`shuffle` on", do: always(SetShuffle{true})},
			{name: "`shuffle` as it is", do: always(SetShuffle{false})},
			{name: "`captions` en", do: always(SetCaptions{"en"})},
			{name: "`captions` as they are", do: always(SetCaptions{})},
			{name: "`screens` T", do: always(SetScreens{[]string{"T"}})},
			{name: "`screens` as they are", do: always(SetScreens{})},
			{name: "`fallback` the folder F", do: always(SetFallback{folder})},
			{name: "`fallback` as it is", do: always(SetFallback{})},
		}},
		{"list operation", []row{
			{name: "`add` N", do: always(Add{Items: news})},
			{name: "`add` N, `place` next", do: always(Add{Items: news, Place: PlaceNext})},
			{name: "`add` N, `place` now", do: always(Add{Items: news, Place: PlaceNow})},
			{name: "`add` N, `before` C", do: always(Add{Items: news, Before: "C"})},
			{name: "`remove` the current item", do: current(func(id ItemID) Action { return Remove{[]ItemID{id}} })},
			{name: "`remove` the last item when current", do: always(Remove{[]ItemID{"C"}}), current: "C"},
			{name: "`remove` the last item when current, `repeat` all", do: always(Remove{[]ItemID{"C"}}), current: "C", given: repeat(RepeatAll)},
			{name: "`remove` A", do: always(Remove{[]ItemID{"A"}})},
			{name: "`move` A to the end", do: always(Move{Items: []ItemID{"A"}})},
			{name: "`move` C to the end", do: always(Move{Items: []ItemID{"C"}})},
			{name: "`move` C, A `before` B", do: always(Move{Items: []ItemID{"C", "A"}, Before: "B"})},
			{name: "`move` A `before` A", do: always(Move{Items: []ItemID{"A"}, Before: "A"})},
			{name: "`clear`", do: always(Clear{})},
			{name: "`clear`, `keep` current", do: always(Clear{KeepCurrent: true})},
			{name: "`upload` N, seed", do: always(Upload{Mode: UploadSeed, Items: news})},
			{name: "`upload` N, append", do: always(Upload{Mode: UploadAppend, Items: news})},
			{name: "`upload` N, replace", do: func(s *State) Action { return Upload{Mode: UploadReplace, Base: s.Seq, Items: news} }},
			{name: "`upload` of nothing, replace", do: func(s *State) Action { return Upload{Mode: UploadReplace, Base: s.Seq} }},
			{name: "`upload` N, replace, `base` too old", do: func(s *State) Action { return Upload{Mode: UploadReplace, Base: s.Seq + 1, Items: news} }},
			{name: "`undo` of adding A, B, C", do: always(Undo{})},
			{name: "`undo` of removing A", do: always(Undo{}), given: []func(*State) Action{always(Remove{[]ItemID{"A"}})}},
		}},
		{"what players report", []row{
			{name: "the current item ended", do: finish},
			{name: "… the last one, `repeat` all", do: finish, current: "C", given: repeat(RepeatAll)},
			{name: "… `repeat` one", do: finish, given: repeat(RepeatOne)},
			{name: "another item ended", do: always(Finish{Item: "A"})},
			{name: "the current item failed", do: current(func(id ItemID) Action { return MarkFailed{Item: id} })},
			{name: "… and is skipped a moment later", do: current(func(id ItemID) Action { return Skip{id} }), given: failed},
			{name: "nobody is there to play", do: always(Hold{Since: tableNow})},
			{name: "the item is loaded", do: always(Start{})},
			{name: "the fallback has N to play", do: always(PlayFallback{From: folder, Item: news[0]}), given: set},
		}},
	}
}
