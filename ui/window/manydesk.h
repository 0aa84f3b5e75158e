// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace oxp {

class BulkFlow;
class WindowCentre;
struct BulkWish;
struct OperationSpec;

/// The operations on the jobs that are selected in the list, where there are several.
class ManyDesk : public QObject {
  Q_OBJECT

public:
  /// All outlive this.
  ManyDesk(WindowCentre *centre, BulkFlow *flow, QWidget *window);

  /// Several jobs are selected: none of them is meant alone.
  bool isMany() const;
  /// On all of them: what would become of them is shown first.
  void run(const OperationSpec &spec);
  /// Lets somebody say what is to change in the data of all of them.
  void edit();
  /// The same of their options.
  void editOptions();

private:
  BulkWish wishFor(const OperationSpec &spec) const;

  QWidget *m_window;
  WindowCentre *m_centre;
  BulkFlow *m_flow;
};

} // namespace oxp
