// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/choosequeuesdialog.h"

#include "models/format.h"
#include "ui/theme/style.h"
#include "ui/widgets/searchfield.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace oxp {

namespace {
constexpr int Margin = 16, Width = 440, Height = 480;
} // namespace

ChooseQueuesDialog::ChooseQueuesDialog(const std::vector<QueueInfo> &queues,
                                       const std::vector<QueueId> &ticked, QWidget *parent)
    : QDialog(parent)
    , m_queues(queues)
    , m_list(new QListWidget) {
  setAttribute(Qt::WA_DeleteOnClose);
  setModal(true);
  setWindowTitle(tr("Queues to search"));
  resize(Width, Height);
  auto *field = new SearchField(FieldFont::Ui);
  field->setPlaceholderText(tr("Filter queues"));
  field->setAccessibleName(tr("Filter queues"));
  connect(field, &QLineEdit::textChanged, this, &ChooseQueuesDialog::filter);
  setupList(ticked);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(Margin, Margin, Margin, 12);
  layout->setSpacing(8);
  layout->addWidget(field);
  layout->addWidget(m_list, 1);
  layout->addWidget(makeButtons());
}

void ChooseQueuesDialog::setupList(const std::vector<QueueId> &ticked) {
  m_list->setAccessibleName(tr("Queues"));
  m_list->setObjectName(QStringLiteral("Queues to search"));
  m_list->setUniformItemSizes(true);
  for (const QueueInfo &queue : m_queues) {
    auto *item = new QListWidgetItem(format::safeText(queue.id.base(), 200), m_list);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    const bool on = std::find(ticked.begin(), ticked.end(), queue.id) != ticked.end();
    item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
  }
  connect(m_list, &QListWidget::itemChanged, this, [this] { m_search->setEnabled(!tickedQueues().empty()); });
  connect(m_list, &QListWidget::itemActivated, this, [](QListWidgetItem *item) {
    item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
  });
}

QWidget *ChooseQueuesDialog::makeButtons() {
  auto *buttons = new QDialogButtonBox;
  m_search = buttons->addButton(tr("Search these"), QDialogButtonBox::AcceptRole);
  setButtonKind(m_search, ButtonKind::Main);
  m_search->setEnabled(!tickedQueues().empty());
  buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
  connect(buttons, &QDialogButtonBox::accepted, this, [this] {
    emit chosen(tickedQueues());
    accept();
  });
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  return buttons;
}

void ChooseQueuesDialog::filter(const QString &text) {
  for (int row = 0; row < m_list->count(); ++row)
    m_list->item(row)->setHidden(!m_list->item(row)->text().contains(text, Qt::CaseInsensitive));
}

std::vector<QueueId> ChooseQueuesDialog::tickedQueues() const {
  std::vector<QueueId> ticked;
  for (int row = 0; row < m_list->count(); ++row) {
    if (m_list->item(row)->checkState() == Qt::Checked)
      ticked.push_back(m_queues[size_t(row)].id);
  }
  return ticked;
}

} // namespace oxp
