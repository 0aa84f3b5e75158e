// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/serverwords.h"

#include <QDialog>

namespace oxp {

/// What a server says of itself, a line each, with a sentence where something wants a hand.
class ServerDetailsDialog : public QDialog {
  Q_OBJECT

public:
  ServerDetailsDialog(const QString &profile, const QString &address, const std::vector<ServerWord> &words,
                      QWidget *parent = nullptr);
};

} // namespace oxp
