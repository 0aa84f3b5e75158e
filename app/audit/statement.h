// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <concepts>
#include <memory>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace oxp::audit {

/// What a column holds, and what a statement's `?` is given. A text is UTF-8; a null QByteArray is an empty
/// blob and never NULL, which would equal nothing in a query.
class Value {
public:
  Value() = default; ///< NULL
  Value(qint64 number)
      : m_held(number) {}
  Value(int number)
      : m_held(qint64(number)) {}
  template <std::same_as<bool> Bool> // no pointer becomes one
  Value(Bool on)
      : m_held(qint64(on)) {}
  Value(const QString &text)
      : m_held(Text{text.toUtf8()}) {}
  Value(QByteArray blob)
      : m_held(std::move(blob)) {}
  static Value ofText(QByteArray utf8);

  bool isNull() const { return std::holds_alternative<std::monostate>(m_held); }
  /// The bytes of a text or a blob, the digits of a number; empty for NULL.
  QByteArray bytes() const;

private:
  friend class Statement;
  struct Text {
    QByteArray utf8;
  };
  std::variant<std::monostate, qint64, Text, QByteArray> m_held;
};
using Values = std::vector<Value>;

/// AuditUnavailable with SQLite's extended result code as code.
Error databaseError(sqlite3 *database);

/// A statement of SQLite that is prepared, and the row on which it stands. On the thread of its database,
/// which outlives it.
class Statement {
public:
  /// `kept`: it is run again and again.
  static Result<Statement> prepare(sqlite3 *database, QByteArrayView sql, bool kept);

  Result<void> bind(Values values);
  /// Steps to the next row; false behind the last one.
  Result<bool> next();
  /// Lets go of what it reads and of its values, to be run again.
  void finish();

  qint64 number(int column) const; ///< 0 for NULL
  QByteArray bytes(int column) const;
  QString text(int column) const;
  bool isNull(int column) const;
  Value value(int column) const;

private:
  struct Finalize {
    void operator()(sqlite3_stmt *statement) const;
  };
  explicit Statement(sqlite3_stmt *statement)
      : m_statement(statement) {}

  std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
  Values m_values; ///< SQLite reads them where they are
};

} // namespace oxp::audit
