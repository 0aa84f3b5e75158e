// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/environment.h"
#include "base/result.h"
#include "redis/command.h"
#include "redis/endpoint.h"
#include "redis/reply.h"
#include "redis/serverfacts.h"
#include "redis/writekey.h"

#include <chrono>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace oxp {

inline constexpr std::chrono::milliseconds ConnectTimeout{5'000};
/// Without a byte moving. A value that keeps moving may take longer, see MinimumRate.
inline constexpr std::chrono::milliseconds CommandTimeout{10'000};
/// Bytes a second below which even a moving value counts as stuck.
inline constexpr qint64 MinimumRate = 16'384;

struct CallOptions {
  /// Nothing = the lane's, which is CommandTimeout. More for XREAD BLOCK.
  std::optional<std::chrono::milliseconds> timeout = std::nullopt;
  /// How long the values that are asked for are known to be together; 0 = unknown. Bounds the replies, see
  /// boundFor() and bytesTogether().
  qint64 valueBytes = 0;
  /// Bytes sent and received so far, on the lane's thread, at most once a 64 KiB.
  std::function<void(qint64 sent, qint64 received)> progress = {};
};

/// Who hears the messages of channels, on the lane's thread.
struct Listener {
  /// Once for each pattern that the channel fits: a server tells it to every one of them.
  std::function<void(const QByteArray &pattern, const QByteArray &channel, const QByteArray &payload)>
      message;
  /// A pattern is listened to from now on.
  std::function<void(const QByteArray &pattern)> subscribed = {};
  /// The user may not listen to a pattern: another one to try, or nothing.
  std::function<std::optional<QByteArray>(const QByteArray &pattern)> instead = {};
  /// Once subscribed: after each burst of messages, and at least every `every`.
  std::function<void()> beat;
  std::chrono::milliseconds every{250};
};

/// Which connection it was, for settling an outcome that nobody knows. Ids start again with the server.
struct ClientMark {
  qint64 id = -1;
  QByteArray runId;

  bool operator==(const ClientMark &) const = default;
};

enum class FenceState {
  Gone,       ///< nothing that the old connection sent can happen any more: what is read now is settled
  StillThere, ///< it was still listed when the time was up
};

struct FenceOptions {
  std::chrono::milliseconds killAfter{2'000};
  std::chrono::milliseconds giveUpAfter{10'000};
};

class ReadPartner;

namespace redis {
class Session;
}

/// What a reading job gets of its lane's connection. It has no write verbs: any command that isReadOnly()
/// does not pass is Denied and not a byte is sent. Lane thread only.
class ReadSession {
public:
  explicit ReadSession(redis::Session &session)
      : m_session(session) {}
  ReadSession(const ReadSession &) = delete;
  ReadSession &operator=(const ReadSession &) = delete;

  /// The reply; an error reply comes as Error (Server, Denied, Auth). Cancelled, Timeout and Disconnected end
  /// the connection or leave it to be tidied by the lane; the next job gets a sound one.
  Result<Reply> call(const Command &command, std::stop_token stop, const CallOptions &options = {});
  /// All replies in order; error replies stay in as Reply::Error.
  Result<std::vector<Reply>> pipeline(std::span<const Command> commands, std::stop_token stop,
                                      const CallOptions &options = {});
  Result<std::vector<Reply>> pipeline(std::initializer_list<Command> commands, std::stop_token stop,
                                      const CallOptions &options = {});

  /// Subscribes to the channels that match the patterns and hands their messages over until it is stopped
  /// (Cancelled; the connection is as before then) or the connection breaks. Denied where the user may listen
  /// to none of them, nor to those tried instead.
  Result<void> listen(std::span<const QByteArray> patterns, const Listener &listener,
                      const std::stop_token &stop);
  /// One round trip, measured now.
  Result<std::chrono::microseconds> ping(std::stop_token stop);
  /// Asks the server's TIME again.
  Result<ServerClock> readClock(std::stop_token stop);
  const ServerFacts &facts() const;
  /// Keep it before a write: it names this connection to WriteSession::awaitGone of a later one.
  ClientMark mark() const;
  /// False once the connection broke.
  bool isOpen() const;

  /// Another connection that helps where very much is read; null = none.
  ReadPartner *partner() const { return m_partner; }
  /// It must live as long as this session is used.
  void setPartner(ReadPartner *partner) { m_partner = partner; }

protected:
  friend class ReadStream;
  redis::Session &m_session;

private:
  ReadPartner *m_partner = nullptr;
};

/// May send writes, when the session's role is Operator; a Viewer's refuses them here too. A write that was
/// cut off after its first byte and before its reply is OutcomeUnknown.
class WriteSession : public ReadSession {
public:
  WriteSession(WriteKey, redis::Session &session)
      : ReadSession(session) {}

  Result<Reply> call(const Command &command, std::stop_token stop, const CallOptions &options = {});
  Result<std::vector<Reply>> pipeline(std::span<const Command> commands, std::stop_token stop,
                                      const CallOptions &options = {});
  Result<std::vector<Reply>> pipeline(std::initializer_list<Command> commands, std::stop_token stop,
                                      const CallOptions &options = {});

  /// Calls and pipelines of this session of which bytes of a write have gone out.
  qint64 writes() const { return m_writes; }
  /// Ends the connection: its answers are not believed any more. What was sent is to be settled over the next
  /// one, behind awaitGone().
  void giveUp();

  /// The fence after OutcomeUnknown, on a later connection: waits until the server no longer lists the old
  /// one, and ends it (CLIENT KILL) after a while where that is allowed. Denied where the ACL keeps CLIENT
  /// LIST back, Unsupported where connections have no id.
  Result<FenceState> awaitGone(const ClientMark &old, const std::stop_token &stop,
                               const FenceOptions &options = {});

private:
  qint64 m_writes = 0;
};

} // namespace oxp
