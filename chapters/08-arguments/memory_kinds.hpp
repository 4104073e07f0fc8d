// Arguments about memory. Given.
#pragma once

#include "kind.hpp"

extern const Kind protection;      // PROT_READ|PROT_WRITE; see mmap(2)
extern const Kind map_flags;       // MAP_PRIVATE|MAP_ANONYMOUS
extern const Kind page_offset;     // 0x1000, given in pages; see mmap2(2)
extern const Kind remap_flags;     // MREMAP_MAYMOVE; see mremap(2)
extern const Kind remap_address;   // if those flags want it
extern const Kind memory_advice;   // MADV_DONTNEED; see madvise(2)
extern const Kind msync_flags;     // MS_ASYNC
extern const Kind mlock_flags;     // MLOCK_ONFAULT; see mlock2(2)
extern const Kind mlockall_flags;  // MCL_CURRENT
extern const Kind memory_policy;   // MPOL_DEFAULT; see set_mempolicy(2)
extern const Kind memory_policy_out;
extern const Kind nodes_in;  // [0x00000000000001]
extern const Kind nodes_out;
extern const Kind policy_question;  // MPOL_F_NODE; see get_mempolicy(2)

/// What is behind the "=" of a call that gives an address: "0x7f1e818c6000".
std::string address_result(const Call& call);
