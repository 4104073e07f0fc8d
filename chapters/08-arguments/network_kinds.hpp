// Arguments about sockets. Given.
#pragma once

#include "kind.hpp"

extern const Kind family;          // AF_INET
extern const Kind socket_type;     // SOCK_STREAM|SOCK_CLOEXEC
extern const Kind protocol;        // IPPROTO_TCP, of that family
extern const Kind socket_flags;    // SOCK_CLOEXEC; see accept4(2)
extern const Kind socket_address;  // its length is the next argument
extern const Kind address_out;     // the length is at the next argument
extern const Kind address_length;  // [110 => 16]
extern const Kind message_flags;   // MSG_NOSIGNAL
extern const Kind received_bytes;  // as many as the call gave
extern const Kind message_in;      // struct msghdr; see sendmsg(2)
extern const Kind message_out;
extern const Kind messages_in;  // several; see sendmmsg(2)
extern const Kind messages_out;
extern const Kind patience;      // {tv_sec=1, tv_nsec=0}; see recvmmsg(2)
extern const Kind shutdown_how;  // SHUT_WR
extern const Kind option_level;  // SOL_SOCKET
extern const Kind option_name;   // SO_REUSEADDR, of that level
extern const Kind option_in;     // [1], "eth0"
extern const Kind option_out;
extern const Kind option_length;  // [4]

std::string patience_result(const Call& call);  // 1 (left {tv_sec=0, ...})
