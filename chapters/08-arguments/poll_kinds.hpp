// Arguments of the calls that wait for descriptors. Given.
#pragma once

#include "kind.hpp"

extern const Kind polled;            // [{fd=3, events=POLLIN}]; see poll(2)
extern const Kind set_of_fds;        // [3 4]; see select(2)
extern const Kind mask_and_size;     // the sixth of pselect6
extern const Kind epoll_flags;       // EPOLL_CLOEXEC
extern const Kind epoll_operation;   // EPOLL_CTL_ADD
extern const Kind epoll_event_in;    // {events=EPOLLIN, data={u32=3, u64=3}}
extern const Kind epoll_events_out;  // [those]
extern const Kind eventfd_flags;     // EFD_CLOEXEC

std::string poll_result(const Call& call);    // 1 ([{fd=3, revents=POLLIN}])
std::string select_result(const Call& call);  // 1 (in [3], left {...})
