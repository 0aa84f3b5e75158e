// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/focusregions.h"

#include <functional>

class QDockWidget;
class QWidget;

namespace oxp {

class ActionSet;
class ActivityPlace;
class AlertFlow;
class BulkFlow;
class ConnectionPlace;
class ExportFlow;
class FailuresPlace;
class Finder;
class ManyDesk;
class Navigator;
class OperationDesk;
class OverviewPlace;
class QueuesPlace;
class QueueTreePanel;
class RecipeDesk;
class RowDensity;
class RunsPlace;
class StoreFlow;
class ThemeController;
class WindowCentre;
class WindowStatus;
class Workspace;

/// What the window is made of, for the actions, which work on any of it. MainWindow makes and owns the parts.
struct WindowParts {
  QWidget *window;
  Workspace &workspace;
  ThemeController &theme;

  ActionSet *actions = nullptr;
  QueueTreePanel *tree = nullptr;
  QDockWidget *treeDock = nullptr;
  WindowCentre *centre = nullptr;
  Navigator *navigator = nullptr;
  RowDensity *density = nullptr;
  QueuesPlace *queues = nullptr;
  ConnectionPlace *connections = nullptr;
  OverviewPlace *overview = nullptr;
  FailuresPlace *failures = nullptr;
  RunsPlace *runs = nullptr;
  OperationDesk *operations = nullptr;
  ManyDesk *many = nullptr;
  RecipeDesk *recipes = nullptr;
  BulkFlow *bulk = nullptr;
  Finder *finder = nullptr;
  WindowStatus *status = nullptr;
  ActivityPlace *activity = nullptr;
  AlertFlow *alerts = nullptr;
  ExportFlow *exports = nullptr;
  StoreFlow *records = nullptr;
  std::function<void()> startDemo = {}; ///< empty = there is no demo

  FocusRegions focus() const { return {centre, tree}; }
};

} // namespace oxp
