// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"
#include "ui/dialogs/dialogframe.h"

#include <QStringList>

namespace oxp {

class ArgumentForm;

/// The options of a job that may be changed, each in its field, as they stand now. The title and the main
/// button bear the operation's name.
class OptionsDialog : public DialogFrame {
  Q_OBJECT

public:
  /// `opts` as stored; `notes`: what a change means for this job.
  OptionsDialog(const DialogSubject &subject, const QByteArray &opts, Family family, const QStringList &notes,
                QWidget *parent = nullptr);

signals:
  /// `opts` with the change, and every other byte as it was.
  void agreed(const QByteArray &opts);

private:
  void update();

  QByteArray m_opts, m_edited;
  Family m_family;
  ArgumentForm *m_form;
  QPushButton *m_main = nullptr;
};

} // namespace oxp
