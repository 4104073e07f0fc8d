// Arguments about sockets. Given.
#pragma once

#include <initializer_list>

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
extern const Kind patience;       // {tv_sec=1, tv_nsec=0}; see recvmmsg(2)
extern const Kind shutdown_how;   // SHUT_WR
extern const Kind option_length;  // [4]

std::string patience_result(const Call& call);  // 1 (left {tv_sec=0, ...})

/// The fields of a struct of ints, as far as `bytes` go; what is not a whole
/// one, byte by byte.
std::string ints_text(const std::string& bytes,
                      std::initializer_list<const char*> names);

/// The level of an option, or of control data: SOL_SOCKET, or that of a
/// protocol.
std::string level_text(unsigned level);
