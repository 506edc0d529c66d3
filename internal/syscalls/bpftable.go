package syscalls

// bpfCommands are the commands by number (enum bpf_cmd).
var bpfCommands = [...]bpfCommand{
	// MAP_CREATE
	0: {makes: true, known: 92, groups: []bpfGroup{
		{0, &bpfMapCreate},
		{16, &bpfMapCreate16},
		{20, &bpfMapCreate20},
		{24, &bpfMapCreate24},
		{28, &bpfMapCreate28},
		{44, &bpfMapCreate44},
		{48, &bpfMapCreate48},
		{60, &bpfMapCreate60},
		{64, &bpfMapCreate64},
		{72, &bpfMapCreate72},
		{76, &bpfMapCreate76},
		{80, &bpfMapCreate80},
	}},
	1: {known: 32, groups: []bpfGroup{{0, &bpfLookup}, {24, &bpfLookup24}}}, // MAP_LOOKUP_ELEM
	2: {known: 32, groups: []bpfGroup{{0, &bpfUpdateElem}}},                 // MAP_UPDATE_ELEM
	3: {known: 16, groups: []bpfGroup{{0, &bpfDeleteElem}}},                 // MAP_DELETE_ELEM
	4: {known: 24, groups: []bpfGroup{{0, &bpfNextKey}}},                    // MAP_GET_NEXT_KEY
	// PROG_LOAD
	5: {makes: true, known: 168, groups: []bpfGroup{
		{0, &bpfProgramLoad},
		{24, &bpfProgramLoad24},
		{40, &bpfProgramLoad40},
		{44, &bpfProgramLoad44},
		{48, &bpfProgramLoad48},
		{64, &bpfProgramLoad64},
		{68, &bpfProgramLoad68},
		{72, &bpfProgramLoad72},
		{108, &bpfProgramLoad108},
		{112, &bpfProgramLoad112},
		{128, &bpfProgramRelos},
		{120, &bpfProgramLoad120},
		{128, &bpfProgramLoad128},
		{140, &bpfProgramLoad140},
		{144, &bpfProgramLoad144},
		{148, &bpfProgramLoad148},
		{152, &bpfProgramLoad152},
	}, out: []bpfPart{{140, 4}}},
	6:  {makes: true, known: 20, groups: []bpfGroup{{0, &bpfObject}, {12, &bpfObject12}, {16, &bpfObject16}}},                                  // OBJ_PIN
	7:  {makes: true, known: 20, groups: []bpfGroup{{0, &bpfObject}, {12, &bpfObject12}, {16, &bpfObject16}}},                                  // OBJ_GET
	8:  {known: 32, groups: []bpfGroup{{0, &bpfAttach}, {16, &bpfAttach16}, {20, &bpfAttach20}}},                                               // PROG_ATTACH
	9:  {known: 32, groups: []bpfGroup{{0, &bpfAttach}, {16, &bpfAttach16}, {20, &bpfAttach20}}},                                               // PROG_DETACH
	10: {wrap: "test", known: 76, groups: []bpfGroup{{0, &bpfTest}, {40, &bpfTest40}, {64, &bpfTest64}, {72, &bpfTest72}}},                     // PROG_TEST_RUN
	11: {known: 8, groups: []bpfGroup{{0, &bpfNextID}}, out: []bpfPart{{4, 4}}},                                                                // PROG_GET_NEXT_ID
	12: {known: 8, groups: []bpfGroup{{0, &bpfNextID}}, out: []bpfPart{{4, 4}}},                                                                // MAP_GET_NEXT_ID
	13: {makes: true, known: 4, groups: []bpfGroup{{0, &bpfProgID}}},                                                                           // PROG_GET_FD_BY_ID
	14: {makes: true, known: 12, groups: []bpfGroup{{0, &bpfMapID}, {8, &bpfOpen}}},                                                            // MAP_GET_FD_BY_ID
	15: {wrap: "info", known: 16, groups: []bpfGroup{{0, &bpfInfo}}, out: []bpfPart{{4, 4}}},                                                   // OBJ_GET_INFO_BY_FD
	16: {wrap: "query", known: 64, groups: []bpfGroup{{0, &bpfQuery}, {32, &bpfQuery32}, {40, &bpfQuery40}}, out: []bpfPart{{12, 4}, {24, 4}}}, // PROG_QUERY
	17: {wrap: "raw_tracepoint", known: 24, groups: []bpfGroup{{0, &bpfTracepoint}, {23, &bpfTracepoint24}}},                                   // RAW_TRACEPOINT_OPEN
	18: {makes: true, known: 40, groups: []bpfGroup{{0, &bpfBTF}, {28, &bpfBTF28}, {32, &bpfBTF32}}, out: []bpfPart{{28, 4}}},                  // BTF_LOAD
	19: {makes: true, known: 16, groups: []bpfGroup{{0, &bpfBTFID}, {8, &bpfOpenToken}}},                                                       // BTF_GET_FD_BY_ID
	20: {wrap: "task_fd_query", known: 48, groups: []bpfGroup{{0, &bpfTask}}, out: []bpfPart{{12, 4}, {24, 24}}},                               // TASK_FD_QUERY
	21: {known: 32, groups: []bpfGroup{{0, &bpfLookup}, {24, &bpfLookup24}}},                                                                   // MAP_LOOKUP_AND_DELETE_ELEM
	22: {known: 4, groups: []bpfGroup{{0, &bpfFreeze}}},                                                                                        // MAP_FREEZE
	23: {known: 8, groups: []bpfGroup{{0, &bpfNextID}}, out: []bpfPart{{4, 4}}},                                                                // BTF_GET_NEXT_ID
	24: {wrap: "batch", known: 56, groups: []bpfGroup{{0, &bpfBatch}}},                                                                         // MAP_LOOKUP_BATCH
	25: {wrap: "batch", known: 56, groups: []bpfGroup{{0, &bpfBatch}}},                                                                         // MAP_LOOKUP_AND_DELETE_BATCH
	26: {wrap: "batch", known: 56, groups: []bpfGroup{{0, &bpfBatchUpdate}}},                                                                   // MAP_UPDATE_BATCH
	27: {wrap: "batch", known: 56, groups: []bpfGroup{{0, &bpfBatchDelete}}},                                                                   // MAP_DELETE_BATCH
	28: {makes: true, wrap: "link_create", known: 16, groups: []bpfGroup{{0, &bpfLink}}},                                                       // LINK_CREATE
	29: {wrap: "link_update", known: 16, groups: []bpfGroup{{0, &bpfUpdateLink}}},                                                              // LINK_UPDATE
	30: {makes: true, known: 4, groups: []bpfGroup{{0, &bpfLinkID}}},                                                                           // LINK_GET_FD_BY_ID
	31: {known: 8, groups: []bpfGroup{{0, &bpfNextID}}, out: []bpfPart{{4, 4}}},                                                                // LINK_GET_NEXT_ID
	32: {makes: true, wrap: "enable_stats", known: 4, groups: []bpfGroup{{0, &bpfStats}}},                                                      // ENABLE_STATS
	33: {makes: true, wrap: "iter_create", known: 8, groups: []bpfGroup{{0, &bpfIter}}},                                                        // ITER_CREATE
	34: {wrap: "link_detach", known: 4, groups: []bpfGroup{{0, &bpfDetachLink}}},                                                               // LINK_DETACH
	35: {makes: true, wrap: "prog_bind_map", known: 12, groups: []bpfGroup{{0, &bpfBindMap}}},                                                  // PROG_BIND_MAP
	36: {makes: true, wrap: "token_create", known: 8, groups: []bpfGroup{{0, &bpfToken}}},                                                      // TOKEN_CREATE
	37: {wrap: "prog_stream_read", known: 20, groups: []bpfGroup{{0, &bpfStream}}},                                                             // PROG_STREAM_READ_BY_FD
	38: {wrap: "prog_assoc_struct_ops", known: 12, groups: []bpfGroup{{0, &bpfAssoc}}},                                                         // PROG_ASSOC_STRUCT_OPS
}
