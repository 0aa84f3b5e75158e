// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/cancelrundialog.h"

#include "models/format.h"
#include "models/runtext.h"

#include <QDialogButtonBox>
#include <QPushButton>

namespace oxp {
namespace {

DialogSubject subjectOf(const RunRow &row, Environment environment, const QString &profile) {
  const audit::RunCounts &counts = row.run.counts;
  DialogSubject subject;
  subject.title = CancelRunDialog::tr("Cancel the run");
  subject.environment = environment;
  subject.profile = profile;
  subject.object = runtext::operation(row) + QStringLiteral(" · ") + format::safeText(row.run.queue.name);
  subject.mark = IconId::Runs;
  subject.sentence =
      CancelRunDialog::tr(
          "%1 of %2 jobs have been dealt with, and that stays. The %3 that are left stay as they "
          "are: the run cannot go on afterwards.")
          .arg(format::number(counts.ended()), format::number(counts.total()),
               format::number(counts.total() - counts.ended()));
  return subject;
}

} // namespace

CancelRunDialog::CancelRunDialog(const RunRow &row, Environment environment, const QString &profile,
                                 QWidget *parent)
    : DialogFrame(subjectOf(row, environment, profile), parent) {
  setMinimumWidth(480);
  QPushButton *keep = addButton(tr("Let it go on"), ButtonKind::Normal, QDialogButtonBox::RejectRole);
  if (!row.isUnderWay())
    keep->setText(tr("Keep it"));
  keep->setAccessibleName(keep->text());
  QPushButton *cancel = addButton(tr("Cancel the run"), ButtonKind::Danger, QDialogButtonBox::AcceptRole);
  connect(keep, &QPushButton::clicked, this, &QDialog::reject);
  connect(cancel, &QPushButton::clicked, this, [this] {
    emit agreed();
    accept();
  });
  setDefault(keep);
}

} // namespace oxp
