// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/argument.h"

#include <QList>
#include <QWidget>

#include <functional>
#include <vector>

class QFormLayout;
class QLineEdit;

namespace oxp {

class TextLabel;

/// The fields of an operation's arguments, made from their specs: named as the arguments, with their help,
/// and with what is wrong at its place.
class ArgumentForm : public QWidget {
  Q_OBJECT

public:
  /// `given`: what the fields begin with, where that is not their fallback.
  explicit ArgumentForm(const std::vector<ArgumentSpec> &specs, const Arguments &given = {},
                        QWidget *parent = nullptr);

  /// Those that count and differ from their fallbacks.
  Arguments values() const;
  bool isComplete() const { return missing().isEmpty(); }
  /// The first thing that is wrong, as a sentence; empty when nothing is.
  QString missing() const;
  /// Where something is typed.
  QList<QLineEdit *> lines() const { return m_lines; }
  /// Puts the keyboard into the first field.
  void focusFirst();

signals:
  void changed();

private:
  struct Field {
    ArgumentSpec spec;
    QWidget *widget = nullptr;
    QWidget *place = nullptr; ///< its row of the form
    std::function<QByteArray()> value;
    TextLabel *fault = nullptr;
  };
  void add(const ArgumentSpec &spec, const QByteArray &value);
  QWidget *makeWidget(Field &field, const QByteArray &value);
  QWidget *makeTick(Field &field, const QByteArray &value);
  QWidget *makeLine(Field &field, const QByteArray &value);
  QWidget *makeChoice(Field &field, const QByteArray &value);
  void check();
  Arguments all() const;
  ArgumentFault faultOf(const Field &field, const Arguments &all) const;

  std::vector<Field> m_fields;
  QList<QLineEdit *> m_lines;
  QFormLayout *m_form;
};

} // namespace oxp
