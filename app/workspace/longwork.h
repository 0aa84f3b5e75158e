// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/lane.h"
#include "workspace/guimailbox.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <vector>

namespace oxp {

/// The scan lanes of a profile: each piece of long work (a search, a sort, an export, …) gets a session of
/// its own, so that neither browsing nor saving nor another search waits for it. GUI thread.
class LongWork : public QObject {
  Q_OBJECT

public:
  static constexpr size_t MostLanes = 4; ///< then work waits for the lane with the least

  using MakeLane = std::function<std::unique_ptr<Lane>()>;
  LongWork(MakeLane make, GuiMailbox &mailbox, QObject *parent = nullptr);
  ~LongWork() override;

  /// `work` is `Result<T>(ReadSession &, std::function<void(P)> tell, std::stop_token)` on a lane; `progress`
  /// takes what it told and `handler` its Result, on this thread and in this order, while `context` lives.
  template <typename T, typename P, typename Work>
  LaneHandle run(Work work, QObject *context, std::function<void(P)> progress,
                 std::function<void(Result<T>)> handler) {
    Seat &seat = takeSeat();
    const auto tell = toGui<P>(context, std::move(progress));
    const auto ended = [this, number = seat.number, alive = QPointer<QObject>(context),
                        handler = std::move(handler), mailbox = &m_mailbox](Result<T> result) {
      giveBack(number);
      // What was told before waits in the mailbox: its turn comes first.
      mailbox->post([alive, handler, result = std::make_shared<Result<T>>(std::move(result))] {
        if (alive)
          handler(std::move(*result));
      });
    };
    return seat.lane->post(
        Priority::Interactive,
        [work = std::move(work), tell](ReadSession &session, std::stop_token stop) mutable {
          return work(session, tell, std::move(stop));
        },
        this, std::function<void(Result<T>)>(ended));
  }

  /// The server came back: lanes that wait try at once.
  void reconnectNow();

private:
  struct Seat {
    std::unique_ptr<Lane> lane;
    quint64 number = 0;
    int jobs = 0;
  };

  Seat &takeSeat();
  void giveBack(quint64 number);

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
  quint64 m_numbers = 0;
};

} // namespace oxp
