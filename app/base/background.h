// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QMetaObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace oxp {

/// Runs pure work (no QObjects, values only) on the thread pool and hands its value to `handler` on the GUI
/// thread, unless `context` has died by then. For scanning, diffing and the like of large payloads.
/// The value travels in a box with a mutex and not inside the queued call: ThreadSanitizer cannot see the
/// event queue of an uninstrumented Qt and would report a race.
template <typename T>
void runInBackground(QObject *context, std::function<T()> work, std::function<void(T)> handler) {
  struct Box {
    std::mutex mutex;
    std::optional<T> value;
  };
  auto box = std::make_shared<Box>();
  QPointer<QObject> guard(context);
  auto deliver = std::make_shared<std::function<void()>>([box, guard, handler = std::move(handler)] {
    std::unique_lock lock(box->mutex);
    std::optional<T> value = std::move(box->value);
    lock.unlock();
    if (guard && value)
      handler(std::move(*value));
  });
  QThreadPool::globalInstance()->start([box, work = std::move(work), deliver = std::move(deliver)]() mutable {
    {
      T value = work();
      const std::lock_guard lock(box->mutex);
      box->value = std::move(value);
    }
    QMetaObject::invokeMethod(
        qApp, [deliver = std::move(deliver)] { (*deliver)(); }, Qt::QueuedConnection);
  });
}

} // namespace oxp
