// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/changevaluedialog.h"

#include "ui/editor/stringedit.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"
#include "json/fields.h"
#include "json/scanner.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace oxp {

ChangeValueDialog::ChangeValueDialog(const QByteArray &token, const QString &path, Value value,
                                     QWidget *parent)
    : QDialog(parent)
    , m_isText(token.startsWith('"'))
    , m_token(token)
    , m_field(new QLineEdit) {
  setAttribute(Qt::WA_DeleteOnClose);
  setModal(true);
  setWindowTitle(tr("Change value"));
  setAccessibleName(tr("Change value"));
  setObjectName(QStringLiteral("Change value"));
  setMinimumWidth(480);
  auto *where = new TextLabel(path, Tint::Text2);
  where->setFont(fonts::monoId());
  where->setElide(Qt::ElideLeft);
  m_field->setAccessibleName(tr("New value"));
  m_field->setObjectName(QStringLiteral("New value"));
  m_field->setFont(fonts::mono());
  if (value == Value::Shown)
    m_field->setText(m_isText ? json::unescape(token) : QString::fromUtf8(token));
  else
    m_field->setPlaceholderText(tr("The value is masked; type the new one"));
  m_shown = m_field->text(); // as the field holds it: line breaks may have become something else
  m_field->selectAll();
  m_note = new TextLabel({}, Tint::Text2);
  m_note->setWordWrap(true);
  auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  m_change = buttons->button(QDialogButtonBox::Ok);
  m_change->setText(tr("Change"));
  m_change->setAccessibleName(tr("Change"));
  m_change->setObjectName(QStringLiteral("Change"));
  setButtonKind(m_change, ButtonKind::Main);
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 16, 16, 12);
  layout->setSpacing(8);
  layout->addWidget(where);
  layout->addWidget(m_field);
  layout->addWidget(m_note);
  layout->addWidget(buttons);
  connect(m_field, &QLineEdit::textChanged, this, &ChangeValueDialog::check);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(buttons, &QDialogButtonBox::accepted, this, [this] {
    const QByteArray token = newToken();
    if (token != m_token)
      emit changed(token);
    accept();
  });
  check();
}

QByteArray ChangeValueDialog::newToken() const {
  if (!m_isText)
    return m_field->text() == m_shown ? m_token : m_field->text().trimmed().toUtf8();
  return m_field->text() == m_shown ? m_token : changedString(m_token, m_field->text());
}

void ChangeValueDialog::check() {
  const json::Scan scan = json::scan(newToken());
  m_change->setEnabled(scan.valid());
  if (m_isText)
    m_note->setText(tr("Stored as text; quotes and escapes are added by themselves."));
  else if (scan.valid())
    m_note->setText(tr("Stored exactly as typed. For a text put it in double quotes."));
  else
    m_note->setText(tr("This is no JSON value: a number, true, false, null, or a text in double quotes."));
}

} // namespace oxp
