// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialogframe.h"
#include "json/merge.h"

class QBoxLayout;
class QPushButton;
class QToolButton;

namespace oxp {

class JsonEditor;
class TextLabel;
class ValidityLine;

/// `Job changed meanwhile`: mine and theirs above, merged below. What only one side changed is taken; where
/// both did, the person chooses. Nothing has been written when it opens, and nothing is by closing it.
class ConflictDialog : public DialogFrame {
  Q_OBJECT

public:
  ConflictDialog(const DialogSubject &subject, const QByteArray &base, const QByteArray &mine,
                 const QByteArray &theirs, QWidget *parent = nullptr);

signals:
  /// The person wants this written, based on theirs.
  void mergedWanted(const QByteArray &merged);
  /// The person gives the own text up.
  void theirsWanted();

private:
  void setupEditors(const QByteArray &mine, const QByteArray &theirs);
  void setupChoice();
  void setupButtons();
  void startMerge(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs);
  void applyMerge(const Result<json::Merge> &merge);
  void showConflict(int index);
  void choose(json::Side side);
  void showMerged();
  void updateSave();
  JsonEditor *addEditor(QBoxLayout *place, const QString &name, const QString &note);
  void fill(JsonEditor *editor, const QByteArray &text) const;

  bool m_mask;
  QByteArray m_mineText;
  std::optional<json::Merge> m_merge;
  std::vector<std::optional<json::Side>> m_choices;
  int m_current = -1;
  JsonEditor *m_mine = nullptr, *m_theirs = nullptr, *m_merged = nullptr;
  TextLabel *m_words = nullptr;
  ValidityLine *m_validity = nullptr;
  QPushButton *m_takeMine = nullptr, *m_takeTheirs = nullptr, *m_save = nullptr;
  QToolButton *m_previous = nullptr, *m_next = nullptr;
};

} // namespace oxp
