// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/jsoneditor.h"

#include <QWidget>

class QBoxLayout;

namespace oxp {

class IconLabel;
class TextLabel;
class WrappedLink;

/// `Valid JSON · 1.2 KB · 3 changes`, or where it is not valid and why, as a link that leads there. In two
/// lines where one is too narrow, and always high enough for that.
class ValidityLine : public QWidget {
  Q_OBJECT

public:
  explicit ValidityLine(QWidget *parent = nullptr);

  void setValidity(const Validity &validity);
  /// A fact that goes before validity, such as "Loading…" or "No data"; a null text = none, an empty one
  /// shows nothing at all.
  void setOverride(const QString &text);
  /// Something that is under way with the text, before all else: two short lines, and a sentence for a tool
  /// tip and assistive tools. An empty headline ends it.
  void setWork(const QString &headline, const QString &detail, const QString &sentence);
  /// Whether it says why the text is not valid, and that cannot be read as a whole in this room.
  bool isCrowded(int room) const;
  /// Whether the text differs from what is stored; without it the changes are not mentioned.
  void setUnsaved(bool unsaved);
  /// Bytes of white space in what is stored, which a save keeps; -1 where the text is stored as it stands.
  void setStoredLayout(qint64 bytes);
  /// Without the size; for texts that are only read.
  void hideSize();
  /// The words as a whole, as assistive tools hear them.
  QString words() const;

  QSize sizeHint() const override;
  /// Next to nothing: what is typed must not make the pane wider.
  QSize minimumSizeHint() const override;

signals:
  void placeWanted(qint64 offset);

protected:
  void resizeEvent(QResizeEvent *event) override;

private:
  void update();
  qint64 storedSize() const;
  QString validWords() const;
  QString changeWords() const;
  QString errorWords() const;
  bool saysError() const;
  void showWork();
  void showWords();
  void fit();
  void setDetail(const QString &words);

  Validity m_validity;
  QString m_override;
  QString m_work, m_workDetail, m_workSentence;
  QString m_detailWords;
  bool m_unsaved = false;
  bool m_sizeShown = true;
  qint64 m_layout = -1;
  IconLabel *m_icon;
  WrappedLink *m_link;
  QBoxLayout *m_words;
  TextLabel *m_text;
  TextLabel *m_detail;
};

} // namespace oxp
