# SPDX-FileCopyrightText: 2026 The Oxpecker authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What most files include of Qt and the standard library, compiled once for all targets of a kind. Only headers from
# outside stand in these lists: ours change, and a change would build everything again. A file still includes what it
# uses; builds with -DOXPECKER_PRECOMPILE=OFF (packaging/check) prove it.

set(oxp_core_headers
  <algorithm> <array> <chrono> <compare> <cstring> <deque> <functional> <map> <memory> <mutex> <numeric> <optional> <set>
  <span> <stop_token> <string> <string_view> <thread> <unordered_map> <utility> <variant> <vector>
  <QAbstractItemModel> <QByteArray> <QByteArrayView> <QCoreApplication> <QCryptographicHash> <QDateTime> <QDir> <QFile>
  <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QLocale> <QMap> <QObject> <QPointer>
  <QRegularExpression> <QSet> <QString> <QStringList> <QTimer> <QUrl> <QVariant> <tl/expected.hpp>)
set(oxp_window_headers ${oxp_core_headers}
  <QAccessible> <QAction> <QApplication> <QBoxLayout> <QCheckBox> <QComboBox> <QDialog> <QDialogButtonBox> <QFormLayout>
  <QHeaderView> <QKeyEvent> <QLabel> <QLineEdit> <QMenu> <QPainter> <QPainterPath> <QPlainTextEdit> <QPushButton>
  <QScrollBar> <QSplitter> <QStackedWidget> <QStyledItemDelegate> <QStyleOption> <QTabBar> <QTableView> <QTextLayout>
  <QToolButton> <QTreeView> <QWidget>)

# The owner of a kind is compiled with the least: g++ takes a precompiled header only where all is defined that was
# defined for it; more may be.
function(oxp_precompile_owner kind)
  set(source ${PROJECT_BINARY_DIR}/precompiled/${kind}.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT "")
  add_library(oxp_precompiled_${kind} OBJECT ${source})
  set_target_properties(oxp_precompiled_${kind} PROPERTIES AUTOMOC OFF AUTORCC OFF)
  target_link_libraries(oxp_precompiled_${kind} PRIVATE oxp_options ${ARGN})
  target_precompile_headers(oxp_precompiled_${kind} PRIVATE ${oxp_${kind}_headers})
endfunction()

# oxp_precompile(TARGET KIND): gives TARGET the headers of KIND: core or window.
function(oxp_precompile target kind)
  if(OXPECKER_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM oxp_precompiled_${kind})
  endif()
endfunction()

if(OXPECKER_PRECOMPILE)
  oxp_precompile_owner(core Qt6::Core tl::expected)
  if(OXPECKER_UI)
    oxp_precompile_owner(window Qt6::Widgets tl::expected)
  endif()
endif()
