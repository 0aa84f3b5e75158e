// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

namespace oxp::test {

/// Somewhere in the window where a text of a server is shown: `make` brings it with the text in every part
/// that takes one. A new pane, model or dialog that shows such texts gets a row in places.cpp.
struct Place {
  const char *name;
  std::function<std::unique_ptr<QWidget>(const QByteArray &text)> make;
};

const std::vector<Place> &places();

/// Decoded once: whoever hands a text over as a QString has done that, and it is not the place's time.
const QString &stringOf(const QByteArray &text);

} // namespace oxp::test
