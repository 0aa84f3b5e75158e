// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/guimailbox.h"
#include "redis/lane.h"
#include "redis/readpartner.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <vector>

namespace oxp {

/// How many lanes a piece of work gets. The second one helps the session to read (ReadSession::partner),
/// while there is one to spare.
enum class LongLanes : int { One, Two };

/// The scan lanes of a profile: each piece of long work (a search, a sort, an export, …) gets a session of
/// its own, so that neither browsing nor saving nor another search waits for it. GUI thread.
class LongWork : public QObject {
  Q_OBJECT

public:
  static constexpr size_t MostLanes = 6; ///< then work waits for the lane with the least

  using MakeLane = std::function<std::unique_ptr<Lane>()>;
  LongWork(MakeLane make, GuiMailbox &mailbox, QObject *parent = nullptr);
  ~LongWork() override;

  /// `work` is `Result<T>(ReadSession &, std::function<void(P)> tell, std::stop_token)` on a lane; `progress`
  /// takes what it told and `handler` its Result, on this thread and in this order, while `context` lives.
  /// The Result comes also when this is gone by then (Cancelled, unless the work was done); nothing is told
  /// any more in that case.
  template <typename T, typename P, typename Work>
  LaneHandle run(Work work, QObject *context, std::function<void(P)> progress,
                 std::function<void(Result<T>)> handler, LongLanes lanes = LongLanes::One) {
    std::shared_ptr<Helper> helper = lanes == LongLanes::Two ? takeHelper() : nullptr;
    Seat &seat = takeSeat();
    const auto tell = toGui<P>(context, std::move(progress));
    const auto ended = [self = QPointer<LongWork>(this), number = seat.number,
                        alive = QPointer<QObject>(context), handler = std::move(handler)](Result<T> result) {
      const auto hand = [alive, handler, result = std::make_shared<Result<T>>(std::move(result))] {
        if (alive)
          handler(std::move(*result));
      };
      if (!self)
        return hand();
      self->giveBack(number);
      self->handOver(hand);
    };
    return seat.lane->post(
        Priority::Interactive,
        [work = std::move(work), tell, helper](ReadSession &session, std::stop_token stop) mutable {
          session.setPartner(helper ? helper->partner.get() : nullptr);
          auto result = work(session, tell, std::move(stop));
          session.setPartner(nullptr);
          helper.reset();
          return result;
        },
        nullptr, // not this: who waits for the end of the work waits for it also when the profile is closed
        std::function<void(Result<T>)>(ended));
  }

  /// For the next connections; running ones are kept.
  void setCredentials(const Credentials &credentials);
  /// The server came back: lanes that wait try at once.
  void reconnectNow();

private:
  struct Seat {
    std::unique_ptr<Lane> lane;
    quint64 number = 0;
    int jobs = 0;
  };

  /// A lane that helps another one, until that has done its work or has given it up.
  struct Helper {
    const std::shared_ptr<ReadPartner> partner = std::make_shared<ReadPartner>();
    Helper() = default;
    Helper(const Helper &) = delete;
    Helper &operator=(const Helper &) = delete;
    ~Helper() { partner->close(); }
  };

  /// A result on its way to its handler; emptied by whoever calls it.
  using Ending = std::shared_ptr<std::function<void()>>;

  Seat &takeSeat();
  std::shared_ptr<Helper> takeHelper();
  void giveBack(quint64 number);
  void handOver(std::function<void()> ending);
  static void callOnce(const Ending &ending);

  /// Hands values from a lane to a function on this thread.
  template <typename P>
  std::function<void(P)> toGui(QObject *context, std::function<void(P)> function) {
    struct Shared {
      QPointer<QObject> alive; // looked at on the GUI thread only
      std::function<void(P)> function;
    };
    auto shared = std::make_shared<Shared>(Shared{context, std::move(function)});
    return [mailbox = &m_mailbox, shared](P value) {
      mailbox->post([shared, value = std::move(value)]() mutable {
        if (shared->alive && shared->function)
          shared->function(std::move(value));
      });
    };
  }

  MakeLane m_make;
  GuiMailbox &m_mailbox;
  std::vector<Seat> m_seats;
  std::vector<Ending> m_endings; ///< that wait in the mailbox, which goes when the profile does
  quint64 m_numbers = 0;
};

} // namespace oxp
