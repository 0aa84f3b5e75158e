// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

namespace oxp::audit {

/// A handler with the object that it lives as long as. Made, called and destroyed on the GUI thread.
template <typename R>
struct Callback {
  QPointer<QObject> context;
  bool hasContext = false;
  std::function<void(R)> handler;

  void operator()(R result) const {
    if (handler && (!hasContext || context))
      handler(std::move(result));
  }
};

} // namespace oxp::audit
