// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/connection.h"

#include <array>
#include <deque>

// The only place where the server speaks unasked: messages of channels, between a PSUBSCRIBE and the
// PUNSUBSCRIBE that ends it.

namespace oxp::redis {

namespace {

/// A silent server is asked this often whether it is still there; it is gone when it misses the next one too.
constexpr std::chrono::milliseconds PingEvery{10'000};
/// How long the end of listening may take before a new connection is the shorter way; a lane that stops waits
/// for it.
constexpr std::chrono::milliseconds LeaveTime{150};

/// A server cuts off who has 32 MiB of messages waiting (its default for client-output-buffer-limit).
constexpr ReplyBound Message{64 * 1024 * 1024, 16};

bool isKind(const Reply &reply, QByteArrayView kind) {
  return reply.items.size() >= 2 && reply.items[0].bytes == kind;
}

} // namespace

Result<void> Session::send(const Command &command, const WaitLimits &limits) {
  QByteArray out;
  command.appendTo(out);
  for (qsizetype sent = 0; sent < out.size();) {
    const auto put = m_transport->writeSome(QByteArrayView(out).sliced(sent));
    if (!put)
      return fail(put.error());
    sent += *put;
    if (*put > 0)
      continue;
    if (const auto ready = m_transport->wait({.read = false, .write = true}, limits); !ready)
      return fail(ready.error());
  }
  return {};
}

/// Takes in what is there, and waits for more when that is nothing. A time-out is no error: nobody spoke.
Result<std::vector<Reply>> Session::hear(const WaitLimits &limits) {
  std::array<char, ReadSize> buffer;
  auto got = m_transport->readSome(buffer);
  if (!got)
    return fail(got.error());
  if (*got == 0) {
    const auto ready = m_transport->wait({.read = true, .write = false}, limits);
    if (!ready && ready.error().kind != ErrorKind::Timeout)
      return fail(ready.error());
    return std::vector<Reply>();
  }
  m_parser.feed(QByteArrayView(buffer.data(), *got));
  std::vector<Reply> replies;
  for (;;) {
    auto reply = m_parser.next(Message);
    if (!reply)
      return fail(named(reply.error(), "PSUBSCRIBE"));
    if (!*reply)
      return replies;
    replies.push_back(std::move(**reply));
  }
}

/// A PSUBSCRIBE is refused as a whole, so each pattern is asked for by one of its own.
struct Session::Subscribing {
  std::deque<QByteArray> asked; ///< answered in this order
  bool any = false;             ///< some are listened to
  Error refused;                ///< the last one
};

Result<void> Session::subscribe(Subscribing &state, const QByteArray &pattern, const std::stop_token &stop) {
  state.asked.push_back(pattern);
  return send(Command::of("PSUBSCRIBE", pattern), {stop, Deadline::in(CommandTimeout)});
}

Result<void> Session::heard(Subscribing &state, const Reply &reply, const Listener &listener,
                            const std::stop_token &stop) {
  if (isKind(reply, "pmessage") && reply.items.size() == 4) {
    listener.message(reply.items[1].bytes, reply.items[2].bytes, reply.items[3].bytes);
    return {};
  }
  auto error = reply.error();
  if (error && (state.asked.empty() || error->kind != ErrorKind::Denied))
    return fail(*std::move(error));
  if (state.asked.empty() || (!error && !isKind(reply, "psubscribe")))
    return {};
  const QByteArray pattern = std::move(state.asked.front());
  state.asked.pop_front();
  if (!error) {
    state.any = true;
    if (listener.subscribed)
      listener.subscribed(pattern);
    return {};
  }
  state.refused = *std::move(error);
  const auto other = listener.instead ? listener.instead(pattern) : std::nullopt;
  if (other)
    return subscribe(state, *other, stop);
  return state.asked.empty() && !state.any ? Result<void>(fail(state.refused)) : Result<void>();
}

Result<void> Session::hearUntilStopped(Subscribing &state, const Listener &listener,
                                       const std::stop_token &stop) {
  SteadyTime heardAt = SteadyClock::now();
  bool asked = false;
  while (!stop.stop_requested()) {
    const auto replies = hear({stop, Deadline::in(listener.every)});
    if (!replies)
      return replies.error().kind == ErrorKind::Cancelled ? Result<void>{} : fail(replies.error());
    for (const Reply &reply : *replies)
      if (const auto done = heard(state, reply, listener, stop); !done)
        return done;
    if (state.any)
      listener.beat();
    if (!replies->empty()) {
      heardAt = SteadyClock::now();
      asked = false;
    } else if (SteadyClock::now() >= heardAt + 2 * PingEvery) {
      return fail(ErrorKind::Timeout, QStringLiteral("no answer in time"));
    } else if (!asked && SteadyClock::now() >= heardAt + PingEvery) {
      asked = true;
      if (auto sent = send(Command::of("PING"), {stop, Deadline::in(CommandTimeout)}); !sent)
        return sent;
    }
  }
  return {};
}

/// The connection takes commands again once nothing is subscribed any more.
Result<void> Session::leaveChannels() {
  const WaitLimits limits{{}, Deadline::in(LeaveTime)};
  if (auto sent = send(Command::of("PUNSUBSCRIBE"), limits); !sent)
    return sent;
  while (!limits.deadline.passed()) {
    const auto replies = hear(limits);
    if (!replies)
      return fail(replies.error());
    for (const Reply &reply : *replies)
      if (isKind(reply, "punsubscribe") && reply.items.back().integer == 0)
        return {};
  }
  return fail(ErrorKind::Cancelled);
}

Result<void> Session::listen(std::span<const QByteArray> patterns, const Listener &listener,
                             const std::stop_token &stop) {
  if (!m_open)
    return fail(ErrorKind::Disconnected, QStringLiteral("the connection is closed"), "CLOSED");
  if (stop.stop_requested() || patterns.empty())
    return fail(ErrorKind::Cancelled);
  if (auto drained = drainOwed({stop, Deadline::in(CommandTimeout)}); !drained)
    return drained;
  Subscribing state;
  Result<void> done;
  for (const QByteArray &pattern : patterns)
    if (done)
      done = subscribe(state, pattern, stop);
  if (done)
    done = hearUntilStopped(state, listener, stop);
  // A refusal has subscribed nothing, or a part: leaving is right for both.
  const bool refused =
      !done && (done.error().kind == ErrorKind::Denied || done.error().kind == ErrorKind::Server);
  Result<void> left = done || refused ? leaveChannels() : done;
  if (!left) {
    close();
    m_cut = left.error();
  }
  return done ? fail(ErrorKind::Cancelled) : done;
}

} // namespace oxp::redis
