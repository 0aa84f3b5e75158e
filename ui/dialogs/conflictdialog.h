// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialogframe.h"
#include "json/elisions.h"
#include "json/merge.h"

#include <memory>

class QBoxLayout;
class QPushButton;
class QToolButton;

namespace oxp {

class IconLabel;
class JsonEditor;
struct ShownPayload;
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
  /// The person wants this written, based on theirs. `elisions`: what its private-use characters stand for.
  void mergedWanted(const QByteArray &merged, const oxp::json::Elisions &elisions);
  /// The person gives the own text up.
  void theirsWanted();

private:
  void setupEditors(const QByteArray &mine, const QByteArray &theirs);
  void setupChoice();
  void setupButtons();
  void startMerge(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs);
  void applyMerge(const Result<std::shared_ptr<const json::Merge>> &merge);
  void showConflict(int index);
  void choose(json::Side side);
  void showMerged();
  void updateSave();
  bool allChosen() const;
  JsonEditor *addEditor(QBoxLayout *place, const QString &name, const QString &note,
                        QWidget *atRight = nullptr);
  void markPlaces(JsonEditor *editor);
  void showPlace(JsonEditor *editor);
  QString shownValue(const QByteArray &json, const json::Pointer &at) const;
  QString wasWords(const json::Conflict &conflict, std::optional<json::Side> choice) const;
  void fill(JsonEditor *editor, const QByteArray &text);
  void present(JsonEditor *editor, const ShownPayload &shown);

  bool m_mask;
  QByteArray m_mineText;
  std::shared_ptr<const json::Merge> m_merge;
  quint64 m_resolved = 0; ///< number of the latest choice: an earlier one's text may come later
  bool m_resolving = false;
  std::vector<std::optional<json::Side>> m_choices;
  int m_current = -1;
  JsonEditor *m_mine = nullptr, *m_theirs = nullptr, *m_merged = nullptr;
  IconLabel *m_sign = nullptr;
  TextLabel *m_words = nullptr, *m_place = nullptr, *m_was = nullptr;
  ValidityLine *m_validity = nullptr;
  QPushButton *m_takeMine = nullptr, *m_takeTheirs = nullptr, *m_save = nullptr;
  QToolButton *m_previous = nullptr, *m_next = nullptr;
};

} // namespace oxp
