// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edits/draft.h"

#include <QList>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QToolButton;

namespace oxp {

class PathCompleter;
class ShortenedField;
class TextLabel;

namespace search {
class FieldPaths;
}

/// One change in a line that reads like a sentence: what is done, where, and with what. What is wrong has its
/// field marked and a sentence below the line; what is not there yet is no fault to be shown.
class ChangeRow : public QWidget {
  Q_OBJECT

public:
  explicit ChangeRow(const edits::Draft &draft, QWidget *parent = nullptr);
  ~ChangeRow() override;

  edits::Draft draft() const;
  /// The change that is meant, as it is now.
  const tl::expected<edits::Change, edits::DraftFault> &change() const { return m_change; }
  /// The paths that are offered while one is typed.
  void setPaths(const search::FieldPaths &paths);
  /// Where one begins to type.
  void focusFirst();
  /// What Tab goes through, in its order.
  QList<QWidget *> stops() const;

signals:
  void changed();
  void removeWanted();

protected:
  void paintEvent(QPaintEvent *event) override;

private:
  void setupKind();
  void setupFields(const edits::Draft &draft);
  QHBoxLayout *makeLine();
  edits::Change::Kind kind() const;
  void showFields();
  void judge();
  bool isBeingTyped() const;
  void showFault();
  void showReading();

  QComboBox *m_kind;
  ShortenedField *m_path, *m_value, *m_with;
  TextLabel *m_word, *m_below; ///< `to`, `by`; what is wrong
  QWidget *m_arrow;
  QToolButton *m_regex, *m_remove;
  PathCompleter *m_pathOffers, *m_targetOffers;
  tl::expected<edits::Change, edits::DraftFault> m_change;
};

} // namespace oxp
