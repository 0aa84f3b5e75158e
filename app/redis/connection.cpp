// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/connection.h"

#include "base/logging.h"
#include "base/refusal.h"
#include "redis/errorline.h"

#include <algorithm>
#include <array>

namespace oxp::redis {

namespace {

constexpr qint64 ProgressStep = 65'536;
/// How long the next job waits for the replies that a cancelled read left behind, before a new connection is
/// the shorter way.
constexpr std::chrono::milliseconds DrainTime{250};

/// A server that speaks before it was asked is about to hang up: too many clients, protected mode.
Error unasked(const Reply &reply) {
  if (auto error = reply.error())
    return *std::move(error);
  return Error{ErrorKind::Protocol, "UNASKED", QStringLiteral("a reply that nobody asked for")};
}

/// Of all texts in it.
qint64 byteCount(const Reply &reply) {
  qint64 bytes = reply.bytes.size();
  for (const Reply &item : reply.items)
    bytes += byteCount(item);
  return bytes;
}

} // namespace

/// One run of commands on its way out and back.
struct Session::Exchange {
  Exchange(std::span<const Command> commands, std::stop_token stop, const CallOptions &options,
           std::chrono::milliseconds timeout)
      : commands(commands)
      , stop(std::move(stop))
      , options(options)
      , timeout(timeout)
      , room(bytesTogether(commands, options.valueBytes)) {
    qsizetype size = 0;
    for (const Command &command : commands)
      size += command.wireSize();
    out.reserve(size);
    for (const Command &command : commands)
      command.appendTo(out);
    replies.reserve(commands.size());
  }

  const std::span<const Command> commands;
  const std::stop_token stop;
  const CallOptions &options;
  const std::chrono::milliseconds timeout;
  qint64 room; ///< bytes of texts that the replies to come may hold together
  QByteArray out;
  qsizetype sent = 0;
  qint64 received = 0;
  std::vector<Reply> replies;
  const SteadyTime started = SteadyClock::now();
  SteadyTime moved = started;
  qint64 told = 0;
  qsizetype answeredEnd = 0;

  /// Where the next command to be answered ends in `out`. Called once a command, in order.
  qsizetype nextEnd() { return answeredEnd += commands[replies.size()].wireSize(); }

  /// A replica that refuses a write is asked nothing more: whom it follows was said at connect.
  void namePrimary(Reply &reply, const ServerFacts &facts) const {
    if (reply.isError() && reply.bytes.startsWith("READONLY"))
      reply.bytes = refusalWithPrimary(plainErrorLine(reply.bytes), facts.primary);
  }

  /// An EXEC brings the errors of those before it.
  void dropEchoes(Reply &reply) const {
    const size_t at = replies.size();
    const bool whole = commands[at].verb() == "EXEC";
    if (reply.isError() || whole)
      redis::dropEchoes(reply, whole ? commands.first(at + 1) : commands.subspan(at, 1));
  }

  /// What the next reply may hold: no more than it may by itself, nor than the ones before have left.
  ReplyBound nextBound() const {
    ReplyBound bound = boundFor(commands[replies.size()], options.valueBytes);
    bound.bytes = std::min(bound.bytes, room);
    return bound;
  }
  /// A refusal of a text that was within its own reply's bound: it is all of them together that are too much,
  /// which an honest server's may be.
  Error judged(Error error) const {
    const ReplyBound own = boundFor(commands[replies.size()], options.valueBytes);
    const qint64 announced = error.detail.startsWith(u'$') ? error.detail.mid(1).toLongLong() : own.bytes + 1;
    if (error.code == "reply-bound" && room < own.bytes && announced <= own.bytes)
      error.code = "replies-together";
    return error;
  }
  void keep(Reply reply) {
    room -= byteCount(reply);
    replies.push_back(std::move(reply));
  }

  bool isSent() const { return sent == out.size(); }
  bool isDone() const { return replies.size() == commands.size(); }

  /// Idle for the time-out, or slower than the least rate on the whole.
  Deadline deadline() const {
    const auto allowance = std::chrono::milliseconds((sent + received) * 1000 / MinimumRate);
    return Deadline::at(moved + timeout).earlier(Deadline::at(started + timeout + allowance));
  }

  void note(qsizetype sentNow, qsizetype receivedNow) {
    sent += sentNow;
    received += receivedNow;
    moved = SteadyClock::now();
    if (options.progress && sent + received >= told + ProgressStep) {
      told = sent + received;
      options.progress(sent, received);
    }
  }

  /// Whether a write may have reached the server. Those with a reply count too: when the exchange fails, its
  /// replies are lost with it.
  bool writeIsOut() const {
    qsizetype begin = 0;
    for (size_t i = 0; i < commands.size() && begin < sent; ++i) {
      if (!isReadOnly(commands[i]))
        return true;
      begin += commands[i].wireSize();
    }
    return false;
  }
};

Session::Session(Config config, std::unique_ptr<Transport> transport)
    : m_config(std::move(config))
    , m_transport(std::move(transport)) {}

Session::~Session() {
  close();
}

void Session::close() {
  if (m_transport)
    m_transport->close();
  m_open = false;
}

void Session::giveUp() {
  close();
  m_cut = Error{ErrorKind::Cancelled, {}, {}};
}

int Session::descriptor() const {
  return m_open ? m_transport->descriptor() : -1;
}

Result<std::vector<Reply>> Session::exchange(std::span<const Command> commands, std::stop_token stop,
                                             const CallOptions &options) {
  if (!m_open)
    return fail(ErrorKind::Disconnected, QStringLiteral("the connection is closed"), "CLOSED");
  if (stop.stop_requested())
    return fail(ErrorKind::Cancelled);
  if (auto drained = drainOwed({stop, Deadline::in(timeoutOf(options))}); !drained)
    return fail(drained.error());
  Exchange exchange(commands, std::move(stop), options, timeoutOf(options));
  while (!exchange.isDone()) {
    if (auto pumped = pump(exchange); !pumped)
      return fail(cutOff(exchange, pumped.error()));
  }
  // Which of more replies than commands are the answers is anybody's guess.
  if (m_parser.holdsMore())
    return fail(cutOff(
        exchange, named({ErrorKind::Protocol, "UNASKED", QStringLiteral("more replies than commands")})));
  return std::move(exchange.replies);
}

/// Moves what can be moved now, in both directions, else waits. Reading comes first: a server that is about
/// to hang up has often said why.
Result<void> Session::pump(Exchange &exchange) {
  if (exchange.stop.stop_requested())
    return fail(ErrorKind::Cancelled);
  if (exchange.deadline().passed())
    return fail(ErrorKind::Timeout, QStringLiteral("no answer in time"));
  if (auto taken = takeReplies(exchange); !taken || exchange.isDone())
    return taken;
  qsizetype put = 0;
  if (!exchange.isSent()) {
    const auto written = m_transport->writeSome(QByteArrayView(exchange.out).sliced(exchange.sent));
    if (!written) {
      (void)takeReplies(exchange); // its last words; they answer nothing that has not gone out whole
      return fail(written.error());
    }
    put = *written;
    exchange.note(put, 0);
  }
  if (put > 0)
    return {};
  const Transport::Ready wanted{.read = true, .write = !exchange.isSent()};
  const auto ready = m_transport->wait(wanted, {exchange.stop, exchange.deadline()});
  return ready ? Result<void>{} : fail(ready.error());
}

Result<void> Session::takeReplies(Exchange &exchange) {
  std::array<char, ReadSize> buffer;
  const auto got = m_transport->readSome(buffer);
  if (!got)
    return fail(got.error());
  if (*got == 0)
    return {};
  exchange.note(0, *got);
  m_parser.feed(QByteArrayView(buffer.data(), *got));
  while (!exchange.isDone()) {
    const Command &command = exchange.commands[exchange.replies.size()];
    auto reply = m_parser.next(exchange.nextBound());
    if (!reply)
      return fail(named(exchange.judged(reply.error()), command.verb()));
    if (!*reply)
      break;
    if (exchange.sent < exchange.nextEnd()) // answered before it was asked
      return fail(unasked(**reply));
    if (!m_inMulti && (*reply)->type == Reply::Type::Status && (*reply)->bytes == "QUEUED")
      return fail(named({ErrorKind::Protocol, "UNASKED", QStringLiteral("queued outside of a transaction")},
                        command.verb()));
    exchange.dropEchoes(**reply);
    exchange.namePrimary(**reply, m_facts);
    trackState(command, **reply);
    exchange.keep(std::move(**reply));
  }
  return {};
}

/// A server that does not speak as it should is named, with what it was asked.
Error Session::named(Error error, const QByteArray &verb) const {
  if (error.kind != ErrorKind::Protocol)
    return error;
  QString where = m_config.endpoint.display();
  if (!verb.isEmpty())
    where += QStringLiteral(", ") + QString::fromUtf8(verb);
  error.detail = where + QStringLiteral(": ") + error.detail;
  return error;
}

/// What a cut means. A cancelled read leaves the connection whole and its replies owed; all else ends it.
Error Session::cutOff(const Exchange &exchange, Error error) {
  const bool unknown = exchange.writeIsOut();
  if (error.kind == ErrorKind::Cancelled && !unknown && (exchange.sent == 0 || exchange.isSent())) {
    if (exchange.sent > 0) {
      for (const Command &command : exchange.commands.subspan(exchange.replies.size()))
        trackState(command, Reply::ofStatus("OK"));
      m_owed += static_cast<qsizetype>(exchange.commands.size() - exchange.replies.size());
    }
    return error;
  }
  close();
  m_cut = error;
  m_lastWords = exchange.replies.empty() ? std::nullopt : exchange.replies.back().error();
  if (!unknown)
    return error;
  return Error{ErrorKind::OutcomeUnknown, errorKindName(error.kind),
               QStringLiteral("cut off after the write was sent: ") + error.detail};
}

Result<void> Session::drainOwed(const WaitLimits &limits) {
  while (m_owed > 0) {
    auto drained = drainSome(limits);
    if (drained)
      continue;
    // Cancelled again: still owed, and for the next one to take in.
    if (drained.error().kind != ErrorKind::Cancelled) {
      close();
      m_cut = drained.error();
    }
    return drained;
  }
  return {};
}

Result<void> Session::drainSome(const WaitLimits &limits) {
  if (limits.stop.stop_requested())
    return fail(ErrorKind::Cancelled);
  if (limits.deadline.passed())
    return fail(ErrorKind::Timeout, QStringLiteral("no answer in time"));
  const auto skipped = m_parser.skip();
  if (!skipped)
    return fail(named(skipped.error()));
  if (*skipped) {
    --m_owed;
    return {};
  }
  return getMore(limits);
}

void Session::trackState(const Command &command, const Reply &reply) {
  const QByteArray &verb = command.verb();
  // An error line need not come from the server: what may be a transaction is ended before anybody goes on.
  if (verb == "EXEC" && reply.isError() && !reply.bytes.startsWith("EXECABORT"))
    return;
  if (verb == "EXEC" || verb == "DISCARD") {
    m_inMulti = false;
    m_watching = false;
  } else if (verb == "UNWATCH") {
    m_watching = false;
  } else if (verb == "WATCH") {
    m_watching = m_watching || !reply.isError();
  } else if (verb == "MULTI") {
    m_inMulti = true;
  }
}

Result<void> Session::checkIdle() {
  if (!m_open)
    return fail(ErrorKind::Disconnected, QStringLiteral("the connection is closed"), "CLOSED");
  std::array<char, ReadSize> buffer;
  auto got = m_transport->readSome(buffer);
  Result<void> done;
  if (!got)
    done = fail(got.error());
  else if (*got > 0 && m_owed == 0)
    done = fail(ErrorKind::Disconnected, QStringLiteral("the server spoke unasked"), "UNASKED");
  else
    m_parser.feed(QByteArrayView(buffer.data(), *got));
  if (!done) {
    close();
    m_cut = done.error();
  }
  return done;
}

void Session::tidy(std::stop_token stop) {
  if (!m_open)
    return;
  if (const auto drained = drainOwed({stop, Deadline::in(DrainTime)}); !drained) {
    // Not the server's fault: a large value that nobody wants any more is still on its way.
    if (drained.error().kind == ErrorKind::Timeout)
      m_cut = Error{ErrorKind::Cancelled, {}, {}};
    return;
  }
  if (!m_inMulti && !m_watching)
    return;
  const Command undo = Command::of(m_inMulti ? "DISCARD" : "UNWATCH");
  if (!exchange({&undo, 1}, std::move(stop), {}))
    close();
}

} // namespace oxp::redis
