// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/grant.h"
#include "json/diff.h"

#include <QList>
#include <QWidget>

#include <optional>
#include <vector>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QVBoxLayout;

namespace oxp {

/// That somebody agreed to just these changes, having been asked for just this.
struct Agreement {
  std::vector<json::Change> changes;
  policy::Decision decision;
  Answer answer;
  qint64 at = 0; ///< ms since the epoch

  /// Whether it holds for a write: nothing else changes, and nothing else is asked.
  bool covers(const std::vector<json::Change> &others, const policy::Decision &asked) const {
    return changes == others && decision == asked;
  }
};

/// Ticks, `Type to confirm` and `Reason`: those that a decision asks for. What was filled in stays when the
/// decision changes, unless it is taken back.
class ConsentFields : public QWidget {
  Q_OBJECT

public:
  explicit ConsentFields(QWidget *parent = nullptr);

  void setDecision(const policy::Decision &decision);
  void setReason(const QString &reason);
  /// Takes ticks and what was typed back: they were said of something else.
  void forgetConsent();
  /// px; in line with the rows of a form around these.
  void setLabelWidth(int width);
  bool isComplete() const { return missing().isEmpty(); }
  /// What is still to be done, as a sentence for a tool tip; empty when all is.
  QString missing() const;
  Answer answer() const;
  /// The fields, those that do not show too.
  QList<QLineEdit *> fields() const { return {m_typed, m_reason}; }
  /// Puts the keyboard where something has to be typed, if that is so.
  void focusFirst();

signals:
  void changed();

private:
  QCheckBox *tickOf(const QByteArray &word);
  bool isTicked(const QByteArray &word) const;
  QByteArray toType() const;
  bool wantsReason() const;

  policy::Decision m_decision;
  QFormLayout *m_form;
  std::vector<std::pair<QByteArray, QCheckBox *>> m_ticks; ///< by their words
  QLineEdit *m_typed;
  QLineEdit *m_reason;
};

/// Sentences on what a save means, with a sign of warning each.
void addNotes(QVBoxLayout *place, const QStringList &notes);

} // namespace oxp
