// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/operation.h"
#include "ui/dialogs/changesmodel.h"
#include "ui/dialogs/consentfields.h"
#include "ui/dialogs/dialogframe.h"

class QTableView;

namespace oxp {

class ValueCompare;

/// `Review changes`: all that one save may need in one dialog. Accepted only when every wish of the decision
/// is met; the main button is off until then.
class ReviewDialog : public DialogFrame {
  Q_OBJECT

public:
  /// `notes`: sentences on what the save means (a running job, a scheduler's job, a size limit), one a line.
  ReviewDialog(const DialogSubject &subject, std::vector<json::Change> changes, policy::SharedRules rules,
               const policy::Decision &decision, const QStringList &notes, QWidget *parent = nullptr);

  /// What was given as the reason before, in a dialog on the same edit.
  void setReason(const QString &reason) { m_consent->setReason(reason); }

signals:
  void agreed(const oxp::Answer &answer);

private:
  void setupChanges();
  void setupReveal();
  void setupFields();
  void setupButtons();
  void showChange(int row);
  void updateMain();
  QString sentence() const;

  ChangesModel *m_model;
  policy::Decision m_decision;
  QTableView *m_list = nullptr;
  ValueCompare *m_compare = nullptr;
  ConsentFields *m_consent = nullptr;
  QPushButton *m_save = nullptr;
};

} // namespace oxp
