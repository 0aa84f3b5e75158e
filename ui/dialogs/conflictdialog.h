// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/consentfields.h"
#include "ui/dialogs/dialogframe.h"
#include "ui/panes/payload.h"
#include "json/elisions.h"
#include "json/merge.h"

#include <memory>

class QBoxLayout;
class QPushButton;
class QToolButton;

namespace oxp {

class IconLabel;
class JsonEditor;
class TextLabel;
class ValidityLine;

/// The three versions of a payload.
struct ConflictSides {
  QByteArray base; ///< what both started from
  QByteArray mine;
  JobSnapshot theirs;
};

/// What a save of the merged text needs, as the review would ask it.
struct ConflictAsk {
  std::function<policy::Decision(const SavePlan &)> decide; ///< null: nothing is asked
  QStringList notes;                                        ///< what the save means
  QString reason;                                           ///< as it was given before
};

/// `Job changed meanwhile`: mine and theirs above, merged below. What only one side changed is taken; where
/// both did, the person chooses. It says what the merged text changes of what is in Redis now, and asks what
/// that needs: no review follows. Nothing has been written when it opens, and nothing is by closing it.
class ConflictDialog : public DialogFrame {
  Q_OBJECT

public:
  ConflictDialog(const DialogSubject &subject, ConflictSides sides, Masks masks, ConflictAsk ask = {},
                 QWidget *parent = nullptr);

signals:
  /// The person wants this written, based on theirs. `elisions`: what its private-use characters stand for.
  void mergedWanted(const QByteArray &merged, const oxp::json::Elisions &elisions,
                    const oxp::Agreement &agreement);
  /// The person gives the own text up.
  void theirsWanted();

private:
  void setupEditors();
  void setupChoice();
  void setupButtons();
  void startMerge();
  void applyMerge(const Result<std::shared_ptr<const json::Merge>> &merge);
  void showConflict(int index);
  void choose(json::Side side);
  void showChoice();
  void judge();
  void applyPlan(const Result<SavePlan> &plan);
  bool isMergedValid() const;
  QString whyNoSave() const;
  void showMerged();
  void updateSave();
  bool allChosen() const;
  JsonEditor *addEditor(QBoxLayout *place, const QString &name, QWidget *note, QWidget *atRight = nullptr);
  void markPlaces(JsonEditor *editor);
  void showPlace(JsonEditor *editor);
  QString shownValue(const QByteArray &json, const json::Pointer &at) const;
  QString wasWords(const json::Conflict &conflict, std::optional<json::Side> choice) const;
  void fill(JsonEditor *editor, const QByteArray &text);
  void present(JsonEditor *editor, const ShownPayload &shown);

  Masks m_masks;
  ConflictSides m_sides;
  ConflictAsk m_ask;
  std::shared_ptr<const json::Merge> m_merge;
  quint64 m_resolved = 0; ///< number of the latest choice: an earlier one's text may come later
  bool m_resolving = false;
  bool m_showing = false;              ///< the buttons are being set, not pressed
  quint64 m_judged = 0;                ///< likewise, of the look at what the merged text needs
  bool m_judging = true;               ///< that is not known yet
  std::vector<json::Change> m_changes; ///< of the merged text against theirs
  policy::Decision m_decision;
  std::vector<std::optional<json::Side>> m_choices;
  int m_current = -1;
  JsonEditor *m_mine = nullptr, *m_theirs = nullptr, *m_merged = nullptr;
  IconLabel *m_sign = nullptr;
  TextLabel *m_words = nullptr, *m_place = nullptr, *m_was = nullptr, *m_writes = nullptr;
  ConsentFields *m_consent = nullptr;
  ValidityLine *m_validity = nullptr;
  QPushButton *m_takeMine = nullptr, *m_takeTheirs = nullptr, *m_save = nullptr, *m_cancel = nullptr;
  QToolButton *m_previous = nullptr, *m_next = nullptr;
};

} // namespace oxp
