// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/environment.h"
#include "bull/jobstate.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"

#include <QDialog>

#include <optional>

class QDialogButtonBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace oxp {

class IconLabel;
class TextLabel;

/// What a dialog is about.
struct DialogSubject {
  QString title; ///< the operation's name
  Environment environment = Environment::Local;
  QString profile; ///< for the band
  QString object;  ///< `orders / refund`; empty = no object line
  QString jobId;
  std::optional<JobState> state; ///< its icon stands before the object
  QString sentence;              ///< what will happen and what will not
  std::optional<IconId> mark;    ///< before an object that is no job
  Tint markTint = Tint::Text2;
  QString aside; ///< after the object, small
};

/// The frame of every dialog that writes: band, object, sentence, content, and a footer with a note and the
/// buttons. Opened with open(), never exec().
class DialogFrame : public QDialog {
  Q_OBJECT

public:
  explicit DialogFrame(const DialogSubject &subject, QWidget *parent = nullptr);

  /// Where the dialog puts its own fields.
  QVBoxLayout *content() const { return m_content; }
  QPushButton *addButton(const QString &text, ButtonKind kind, int dialogButtonRole);
  /// Makes a button the one that Return presses.
  void setDefault(QPushButton *button);
  /// Return in this field presses `main` when that is enabled and does nothing else: what was typed there was
  /// meant for it, whatever the default button is.
  void setConfirmField(QLineEdit *field, QPushButton *main);
  void setNote(const QString &text, std::optional<IconId> icon = {});
  /// What stands in the note's place for good.
  void setNoteWidget(QWidget *widget);
  void setSentence(const QString &text);

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;

private:
  void setupHead(const DialogSubject &subject, QVBoxLayout *outer);
  void setupFooter(QVBoxLayout *outer);

  QVBoxLayout *m_content = nullptr;
  QHBoxLayout *m_footer = nullptr;
  TextLabel *m_sentence = nullptr;
  IconLabel *m_noteIcon = nullptr;
  TextLabel *m_note = nullptr;
  QDialogButtonBox *m_buttons = nullptr;
  QList<QLineEdit *> m_confirmFields;
  QPushButton *m_confirmed = nullptr;
};

} // namespace oxp
