// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/statement.h"

#include <sqlite3.h>

#include <utility>

namespace oxp::audit {

Value Value::ofText(QByteArray utf8) {
  Value value;
  value.m_held = Text{std::move(utf8)};
  return value;
}

QByteArray Value::bytes() const {
  if (const auto *number = std::get_if<qint64>(&m_held))
    return QByteArray::number(*number);
  if (const auto *text = std::get_if<Text>(&m_held))
    return text->utf8;
  const auto *blob = std::get_if<QByteArray>(&m_held);
  return blob ? *blob : QByteArray();
}

Error databaseError(sqlite3 *database) {
  return {ErrorKind::AuditUnavailable, QByteArray::number(sqlite3_extended_errcode(database)),
          QString::fromUtf8(sqlite3_errmsg(database))};
}

void Statement::Finalize::operator()(sqlite3_stmt *statement) const {
  sqlite3_finalize(statement);
}

Result<Statement> Statement::prepare(sqlite3 *database, QByteArrayView sql, bool kept) {
  sqlite3_stmt *statement = nullptr;
  if (sqlite3_prepare_v3(database, sql.data(), int(sql.size()), kept ? SQLITE_PREPARE_PERSISTENT : 0,
                         &statement, nullptr) != SQLITE_OK)
    return fail(databaseError(database));
  return Statement(statement);
}

Result<void> Statement::bind(Values values) {
  m_values = std::move(values);
  sqlite3_stmt *statement = m_statement.get();
  for (size_t i = 0; i < m_values.size(); ++i) {
    const int place = int(i) + 1;
    const Value &value = m_values[i];
    int code = SQLITE_OK;
    // The data of an empty QByteArray are a pointer to a zero byte, so that nothing becomes NULL by it.
    if (const auto *number = std::get_if<qint64>(&value.m_held))
      code = sqlite3_bind_int64(statement, place, *number);
    else if (const auto *text = std::get_if<Value::Text>(&value.m_held))
      code = sqlite3_bind_text64(statement, place, text->utf8.constData(), sqlite3_uint64(text->utf8.size()),
                                 SQLITE_STATIC, SQLITE_UTF8);
    else if (const auto *blob = std::get_if<QByteArray>(&value.m_held))
      code = sqlite3_bind_blob64(statement, place, blob->constData(), sqlite3_uint64(blob->size()),
                                 SQLITE_STATIC);
    else
      code = sqlite3_bind_null(statement, place);
    if (code != SQLITE_OK)
      return fail(databaseError(sqlite3_db_handle(statement)));
  }
  return {};
}

Result<bool> Statement::next() {
  switch (sqlite3_step(m_statement.get())) {
  case SQLITE_ROW:
    return true;
  case SQLITE_DONE:
    return false;
  default:
    return fail(databaseError(sqlite3_db_handle(m_statement.get())));
  }
}

void Statement::finish() {
  sqlite3_reset(m_statement.get()); // says once more what the last step said
  sqlite3_clear_bindings(m_statement.get());
  m_values.clear();
}

qint64 Statement::number(int column) const {
  return sqlite3_column_int64(m_statement.get(), column);
}

QByteArray Statement::bytes(int column) const {
  if (isNull(column))
    return {};
  const void *data = sqlite3_column_blob(m_statement.get(), column); // none for an empty one
  return data ? QByteArray(static_cast<const char *>(data), sqlite3_column_bytes(m_statement.get(), column))
              : QByteArrayLiteral("");
}

QString Statement::text(int column) const {
  return QString::fromUtf8(bytes(column));
}

bool Statement::isNull(int column) const {
  return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

Value Statement::value(int column) const {
  switch (sqlite3_column_type(m_statement.get(), column)) {
  case SQLITE_NULL:
    return {};
  case SQLITE_INTEGER:
    return number(column);
  case SQLITE_BLOB:
    return bytes(column);
  default:
    return Value::ofText(bytes(column));
  }
}

} // namespace oxp::audit
