// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/selection.h"
#include "policy/capability.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace oxp {

/// What is done to each job of a bulk edit right after its edit: nothing, or one of the operations that may
/// follow one. One that none of the chosen jobs can be taken for is off, and says why.
class ThenField : public QWidget {
  Q_OBJECT

public:
  ThenField(const Selection &selection, policy::Capabilities may, QWidget *parent = nullptr);

  /// The operation; empty = nothing.
  QByteArray operation() const;

private:
  void add(QHBoxLayout *row, const QString &title, const QByteArray &operation, const QString &whyNot);

  QButtonGroup *m_choices;
};

} // namespace oxp
