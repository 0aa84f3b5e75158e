<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <source>Add connection…</source>
        <translation>添加连接…</translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation>连接…</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation>立即重连</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开连接</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>查找和替换</translation>
    </message>
    <message>
        <source>Go to line…</source>
        <translation>转到行…</translation>
    </message>
    <message>
        <source>Change value…</source>
        <translation>修改值…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式化</translation>
    </message>
    <message>
        <source>Minify</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>显示原文</translation>
    </message>
    <message>
        <source>Open value</source>
        <translation>打开值</translation>
    </message>
    <message>
        <source>Save value to file</source>
        <translation>将值保存到文件</translation>
    </message>
    <message>
        <source>Replace value from file</source>
        <translation>用文件替换值</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Reverse the order</source>
        <translation>反转顺序</translation>
    </message>
    <message>
        <source>Queue tree</source>
        <translation>队列树</translation>
    </message>
    <message>
        <source>Job pane</source>
        <translation>任务面板</translation>
    </message>
    <message>
        <source>Job pane: Automatic</source>
        <translation>任务面板：自动</translation>
    </message>
    <message>
        <source>Job pane: Right</source>
        <translation>任务面板：右侧</translation>
    </message>
    <message>
        <source>Job pane: Below</source>
        <translation>任务面板：下方</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>紧凑行高</translation>
    </message>
    <message>
        <source>Theme: System</source>
        <translation>主题：跟随系统</translation>
    </message>
    <message>
        <source>Theme: Light</source>
        <translation>主题：浅色</translation>
    </message>
    <message>
        <source>Theme: Dark</source>
        <translation>主题：深色</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>下一区域</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>上一区域</translation>
    </message>
    <message>
        <source>Go to job</source>
        <translation>转到任务</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>复制为 JSON</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Oxpecker</source>
        <translation>关于 Oxpecker</translation>
    </message>
    <message>
        <source>Alerts…</source>
        <translation>提醒…</translation>
    </message>
    <message>
        <source>Pause live updates</source>
        <translation>暂停实时更新</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Pin queue</source>
        <translation>固定队列</translation>
    </message>
    <message>
        <source>Sort by a field</source>
        <translation>按字段排序</translation>
    </message>
    <message>
        <source>Go to value</source>
        <translation>转到值</translation>
    </message>
    <message>
        <source>Check local records</source>
        <translation>检查本地记录</translation>
    </message>
    <message>
        <source>Open a queue by name…</source>
        <translation>按名称打开队列…</translation>
    </message>
    <message>
        <source>Next failed job</source>
        <translation>下一个失败的任务</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>批量运行</translation>
    </message>
    <message>
        <source>Select all matching</source>
        <translation>全选匹配项</translation>
    </message>
    <message>
        <source>Bulk edit</source>
        <translation>批量编辑</translation>
    </message>
    <message>
        <source>Changes the data of all selected jobs alike.</source>
        <translation>对所有选中任务的数据做相同的修改。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit recipes…</source>
        <translation>编辑配方…</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>配方</translation>
    </message>
</context>
<context>
    <name>CertificateText</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>issued by “%1”, which is trusted here</source>
        <translation>由“%1”颁发，此处信任该颁发者</translation>
    </message>
    <message>
        <source>signed by itself</source>
        <translation>由它自己签名</translation>
    </message>
    <message>
        <source>a signature on the way to its authority does not hold</source>
        <translation>通往其颁发机构的链上有一个签名不成立</translation>
    </message>
    <message>
        <source>not known here: “%1” is no root of this system or of the CA file</source>
        <translation>此处不认识：“%1”不是此系统或 CA 文件中的根证书</translation>
    </message>
    <message>
        <source>not known here: “%1” is no root of this system</source>
        <translation>此处不认识：“%1”不是此系统的根证书</translation>
    </message>
    <message>
        <source>it is for %1</source>
        <translation>用于 %1</translation>
    </message>
    <message>
        <source>it is for %1, not for %2</source>
        <translation>用于 %1，而不是 %2</translation>
    </message>
    <message>
        <source>in its time, %1 are left</source>
        <translation>在有效期内，还剩 %1</translation>
    </message>
    <message>
        <source>begins in %1, on %2</source>
        <translation>%1后才生效（%2）</translation>
    </message>
    <message>
        <source>ended %1 ago, on %2</source>
        <translation>已于 %1前到期（%2）</translation>
    </message>
    <message>
        <source>the certificate of an authority above it is outside of its time</source>
        <translation>其上级颁发机构的证书不在有效期内</translation>
    </message>
    <message>
        <source>%1, meant for servers</source>
        <translation>%1，可用于服务器</translation>
    </message>
    <message>
        <source>%1: a key or a digest in its chain is too weak</source>
        <translation>%1：证书链中有密钥或摘要过弱</translation>
    </message>
    <message>
        <source>%1, not meant for servers</source>
        <translation>%1，不可用于服务器</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>颁发者</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主体</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>颁发者</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已固定</translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message>
        <source>a test of the patch fails</source>
        <translation>补丁中的一项 test 不成立</translation>
    </message>
    <message>
        <source>the patch&apos;s test of %1 fails</source>
        <translation>补丁对 %1 的 test 不成立</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Set if absent</source>
        <translation>缺失时设置</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Increment</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>Replace text</source>
        <translation>替换文本</translation>
    </message>
    <message>
        <source>JSON Patch</source>
        <translation>JSON Patch</translation>
    </message>
    <message>
        <source>Merge patch</source>
        <translation>合并补丁</translation>
    </message>
    <message>
        <source>Nothing stands there yet</source>
        <translation>这里还没有内容</translation>
    </message>
    <message>
        <source>This is no path; they look like data.items[*].sku, and an odd key stands in quotes</source>
        <translation>这不是路径；路径形如 data.items[*].sku，特殊的键要加引号</translation>
    </message>
    <message>
        <source>Only the payload is edited here; a key of it is written %1</source>
        <translation>这里只编辑数据；其中的键写作 %1</translation>
    </message>
    <message>
        <source>The payload itself stays; name a value in it</source>
        <translation>数据本身保留；请指定其中的一个值</translation>
    </message>
    <message>
        <source>Only a key can be renamed, and this path ends in an element</source>
        <translation>只能重命名键，而此路径以列表元素结尾</translation>
    </message>
    <message>
        <source>A new name is one key; put it in quotes if it has dots, or choose Move</source>
        <translation>新名称是单个键；若含点号请加引号，或改用“移动”</translation>
    </message>
    <message>
        <source>Move goes from one place to one place, without [*]</source>
        <translation>“移动”只能从一处到一处，不能用 [*]</translation>
    </message>
    <message>
        <source>A value cannot be moved onto or below itself</source>
        <translation>值不能移动到自身或其下级</translation>
    </message>
    <message>
        <source>No valid JSON: %1, at character %2</source>
        <translation>不是有效的 JSON：%1，位于第 %2 个字符</translation>
    </message>
    <message>
        <source>No valid JSON</source>
        <translation>不是有效的 JSON</translation>
    </message>
    <message>
        <source>A number is needed here, such as 1 or -0.10</source>
        <translation>这里需要数字，例如 1 或 -0.10</translation>
    </message>
    <message>
        <source>No list of operations such as [{&quot;op&quot;:&quot;replace&quot;,&quot;path&quot;:&quot;/a&quot;,&quot;value&quot;:1}]</source>
        <translation>不是操作列表，例如 [{&quot;op&quot;:&quot;replace&quot;,&quot;path&quot;:&quot;/a&quot;,&quot;value&quot;:1}]</translation>
    </message>
    <message>
        <source>No regular expression: %1</source>
        <translation>不是正则表达式：%1</translation>
    </message>
    <message>
        <source>The expression has no group for %1</source>
        <translation>表达式中没有对应 %1 的分组</translation>
    </message>
    <message>
        <source>a path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>a new name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>a new path</source>
        <translation>新路径</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a text to look for</source>
        <translation>要查找的文本</translation>
    </message>
    <message>
        <source>a patch</source>
        <translation>补丁</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>This is no list of changes in JSON</source>
        <translation>这不是 JSON 形式的修改列表</translation>
    </message>
    <message>
        <source>Change %1: “%2” is missing or wrong</source>
        <translation>修改 %1：“%2”缺失或有误</translation>
    </message>
    <message>
        <source>its data are no valid JSON</source>
        <translation>其数据不是有效的 JSON</translation>
    </message>
    <message>
        <source>the value for %1 does not fit there</source>
        <translation>给 %1 的值不适合该处</translation>
    </message>
    <message>
        <source>there is no %1</source>
        <translation>没有 %1</translation>
    </message>
    <message>
        <source>%1 is not an object</source>
        <translation>%1 不是对象</translation>
    </message>
    <message>
        <source>%1 is not a list</source>
        <translation>%1 不是列表</translation>
    </message>
    <message>
        <source>the list ends before %1</source>
        <translation>列表不到 %1 就结束了</translation>
    </message>
    <message>
        <source>%1 is not a number</source>
        <translation>%1 不是数字</translation>
    </message>
    <message>
        <source>%1 would become a number of over 1,000 digits</source>
        <translation>%1 会变成超过 1,000 位的数字</translation>
    </message>
    <message>
        <source>there is something at the new place of %1 already</source>
        <translation>%1 的新位置已有内容</translation>
    </message>
    <message>
        <source>%1 leads to several places</source>
        <translation>%1 指向多处</translation>
    </message>
    <message>
        <source>%1 cannot be moved below itself</source>
        <translation>%1 不能移动到自身之下</translation>
    </message>
    <message>
        <source>the regular expression cannot be read</source>
        <translation>无法解析该正则表达式</translation>
    </message>
    <message>
        <source>the regular expression takes too long on %1</source>
        <translation>该正则表达式在 %1 上耗时过长</translation>
    </message>
    <message>
        <source>Nothing is asked under the name %1</source>
        <translation>没有名为“%1”的问题</translation>
    </message>
    <message>
        <source>An answer is put into values only, and not into a path: %1</source>
        <translation>答案只能放入值中，不能放入路径：%1</translation>
    </message>
</context>
<context>
    <name>ConnectionWords</name>
    <message>
        <source>space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>the password has a raw %1, which ends a URL. Write %2.</source>
        <translation>密码中有未编码的 %1，它会使 URL 在此结束。请写成 %2。</translation>
    </message>
    <message>
        <source>the password has a raw %, which begins a code in a URL. Write %25.</source>
        <translation>密码中有未编码的 %，它在 URL 中表示编码的开头。请写成 %25。</translation>
    </message>
    <message>
        <source>a port is a number from 1 to 65535. Behind a password stands @ and the host.</source>
        <translation>端口是 1 到 65535 之间的数字。密码后面应为 @ 和主机。</translation>
    </message>
    <message>
        <source>a database is a number from 0.</source>
        <translation>数据库是从 0 开始的数字。</translation>
    </message>
    <message>
        <source>an IPv6 address stands in brackets: [::1]:6379.</source>
        <translation>IPv6 地址要放在方括号中：[::1]:6379。</translation>
    </message>
    <message>
        <source>%1:// is no address of a Redis. It begins with redis://, rediss:// or unix://.</source>
        <translation>%1:// 不是 Redis 的地址。地址以 redis://、rediss:// 或 unix:// 开头。</translation>
    </message>
    <message>
        <source>this is the address for REST. Workers use the one that begins with rediss://.</source>
        <translation>这是 REST 的地址。工作进程使用的是以 rediss:// 开头的地址。</translation>
    </message>
    <message>
        <source>a socket has an absolute path: unix:///run/redis.sock.</source>
        <translation>套接字要用绝对路径：unix:///run/redis.sock。</translation>
    </message>
    <message>
        <source>the environment is local, staging or production, the role viewer or operator.</source>
        <translation>环境应为 local、staging 或 production，角色应为 viewer 或 operator。</translation>
    </message>
    <message>
        <source>the quotation mark is not closed.</source>
        <translation>引号未闭合。</translation>
    </message>
    <message>
        <source>the bracket is not closed.</source>
        <translation>括号未闭合。</translation>
    </message>
    <message>
        <source>%1 has no value behind it.</source>
        <translation>%1 后面没有值。</translation>
    </message>
    <message>
        <source>no server is named in it: a host, a socket or a URL.</source>
        <translation>其中没有指定服务器：主机、套接字或 URL。</translation>
    </message>
    <message>
        <source>these are sentinels. Name the primary itself, by host and port.</source>
        <translation>这些是哨兵（Sentinel）。请用主机和端口指定主节点本身。</translation>
    </message>
    <message>
        <source>the password is only a mask. Copy the password itself.</source>
        <translation>密码只是掩码。请复制密码本身。</translation>
    </message>
    <message>
        <source>this is too long for a connection.</source>
        <translation>内容过长，不可能是连接信息。</translation>
    </message>
    <message>
        <source>this is no URL, host:port, redis-cli line, connection object or REDIS_URL=… line.</source>
        <translation>这不是 URL、主机:端口、redis-cli 命令行、连接对象或 REDIS_URL=… 行。</translation>
    </message>
    <message>
        <source>the host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>the port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>the user</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>the password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>the database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>an option</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Left out, only for workers: %1</source>
        <translation>已略去，仅用于工作进程：%1</translation>
    </message>
    <message>
        <source>Left out, certificates are always checked: %1</source>
        <translation>已略去，证书始终会检查：%1</translation>
    </message>
    <message>
        <source>Left out, to be kept in a file and chosen in the form: %1</source>
        <translation>已略去，应保存在文件中并在表单中选择：%1</translation>
    </message>
    <message>
        <source>Left out, not needed here: %1</source>
        <translation>已略去，此处不需要：%1</translation>
    </message>
    <message>
        <source>Left out, not of this server: %1</source>
        <translation>已略去，不属于此服务器：%1</translation>
    </message>
    <message>
        <source>Not known here: %1</source>
        <translation>此处不认识：%1</translation>
    </message>
    <message>
        <source>Understood as a URL</source>
        <translation>已识别为 URL</translation>
    </message>
    <message>
        <source>Understood as an address</source>
        <translation>已识别为地址</translation>
    </message>
    <message>
        <source>Understood as a redis-cli line</source>
        <translation>已识别为 redis-cli 命令行</translation>
    </message>
    <message>
        <source>Understood as a connection object</source>
        <translation>已识别为连接对象</translation>
    </message>
    <message>
        <source>Understood as settings</source>
        <translation>已识别为设置</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>第 %1 行第 %2 列</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place, problem</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>写成 %1</translation>
    </message>
    <message>
        <source>Put it in brackets</source>
        <translation>加上方括号</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>补上闭合符号</translation>
    </message>
    <message>
        <source>Understood except %1: %2 has no value here. Fill it in the form.</source>
        <translation>除“%1”外均已识别：%2 在这里没有值。请在表单中填写。</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Redis has no memory left and refuses writes.</source>
        <translation>Redis 内存已用尽，拒绝写入。</translation>
    </message>
    <message>
        <source>Free memory there or raise maxmemory, then try again.</source>
        <translation>请释放内存或调高 maxmemory，然后重试。</translation>
    </message>
    <message>
        <source>This Redis is a read-only replica.</source>
        <translation>这个 Redis 是只读副本。</translation>
    </message>
    <message>
        <source>Connect to the primary to change jobs.</source>
        <translation>要修改任务，请连接到主节点。</translation>
    </message>
    <message>
        <source>Redis cannot save to its disk and refuses writes.</source>
        <translation>Redis 无法写入磁盘，拒绝写入。</translation>
    </message>
    <message>
        <source>Whoever runs the server has to look at its disk.</source>
        <translation>请服务器的管理员检查磁盘。</translation>
    </message>
    <message>
        <source>Redis is busy with a long script.</source>
        <translation>Redis 正忙于执行一个耗时的脚本。</translation>
    </message>
    <message>
        <source>Wait until it has ended, then try again.</source>
        <translation>请等它结束后再试。</translation>
    </message>
    <message>
        <source>Redis is still loading its data.</source>
        <translation>Redis 仍在加载数据。</translation>
    </message>
    <message>
        <source>Oxpecker tries again by itself.</source>
        <translation>Oxpecker 会自动重试。</translation>
    </message>
    <message>
        <source>The Redis user may not do this.</source>
        <translation>该 Redis 用户无权执行此操作。</translation>
    </message>
    <message>
        <source>Ask for the rights that README.md lists, or use another user.</source>
        <translation>请申请 README.md 中列出的权限，或换一个用户。</translation>
    </message>
    <message>
        <source>The keys of this queue lie on different cluster nodes.</source>
        <translation>该队列的键分布在不同的集群节点上。</translation>
    </message>
    <message>
        <source>Such a queue can only be read; give it a hash tag.</source>
        <translation>这样的队列只能读取；请为它加上 hash tag。</translation>
    </message>
    <message>
        <source>This queue lies on another node of the cluster.</source>
        <translation>该队列位于集群的另一个节点上。</translation>
    </message>
    <message>
        <source>Connect to the node that holds it.</source>
        <translation>请连接到它所在的节点。</translation>
    </message>
    <message>
        <source>A key of this queue holds something that BullMQ does not write.</source>
        <translation>该队列的某个键里有 BullMQ 不会写入的内容。</translation>
    </message>
    <message>
        <source>Look at the key with redis-cli.</source>
        <translation>请用 redis-cli 查看这个键。</translation>
    </message>
    <message>
        <source>Redis does not keep the script that is needed.</source>
        <translation>Redis 没有保留所需的脚本。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>A worker is running this job and holds its lock.</source>
        <translation>有工作进程正在执行此任务并持有它的锁。</translation>
    </message>
    <message>
        <source>This is the next job of a scheduler; without it the scheduler stops.</source>
        <translation>这是调度器的下一个任务；没有它，调度器就会停止。</translation>
    </message>
    <message>
        <source>Remove the scheduler instead.</source>
        <translation>请改为移除调度器。</translation>
    </message>
    <message>
        <source>Another job bears this id now; the one you opened is gone.</source>
        <translation>此 ID 现在属于另一个任务；你打开的那个已不存在。</translation>
    </message>
    <message>
        <source>Your text is kept as a draft.</source>
        <translation>你的文本已保存为草稿。</translation>
    </message>
    <message>
        <source>There is nothing to save: the data are as they were.</source>
        <translation>没有需要保存的内容：数据没有变化。</translation>
    </message>
    <message>
        <source>This connection is for viewing only.</source>
        <translation>此连接只能查看。</translation>
    </message>
    <message>
        <source>Choose the role Operator in Connections to change jobs.</source>
        <translation>要修改任务，请在“连接”中选择“操作员”角色。</translation>
    </message>
    <message>
        <source>This queue can only be read with Oxpecker.</source>
        <translation>Oxpecker 只能读取此队列。</translation>
    </message>
    <message>
        <source>The queue is paused and jobs wait in two lists; this would lose some of them.</source>
        <translation>队列已暂停，等待中的任务分在两个列表里；此操作会丢失其中一部分。</translation>
    </message>
    <message>
        <source>Use Resume queue first: it merges both lists in the right order.</source>
        <translation>请先使用“恢复队列”：它会按正确的顺序合并两个列表。</translation>
    </message>
    <message>
        <source>The confirmation is older than five minutes.</source>
        <translation>确认已超过五分钟。</translation>
    </message>
    <message>
        <source>Confirm once more.</source>
        <translation>请再次确认。</translation>
    </message>
    <message>
        <source>A worker has taken this job meanwhile.</source>
        <translation>此任务已被工作进程取走。</translation>
    </message>
    <message>
        <source>Save again and confirm that the job is running.</source>
        <translation>请再次保存，并确认任务正在执行。</translation>
    </message>
    <message>
        <source>The job has moved to another state meanwhile.</source>
        <translation>任务在此期间已转入其他状态。</translation>
    </message>
    <message>
        <source>Look at it again and decide anew.</source>
        <translation>请重新查看后再决定。</translation>
    </message>
    <message>
        <source>Other fields of this job change all the time, so it could not be saved.</source>
        <translation>此任务的其他字段一直在变化，因此未能保存。</translation>
    </message>
    <message>
        <source>Try again when it is quieter.</source>
        <translation>请稍后再试。</translation>
    </message>
    <message>
        <source>The data are not valid JSON, so no worker could read them.</source>
        <translation>数据不是有效的 JSON，任何工作进程都无法读取。</translation>
    </message>
    <message>
        <source>The same places have been changed since, so this cannot be taken back.</source>
        <translation>相同的位置之后又被修改过，因此无法还原。</translation>
    </message>
    <message>
        <source>Compare both versions and edit by hand.</source>
        <translation>请比较两个版本并手动编辑。</translation>
    </message>
    <message>
        <source>The record does not hold all that was there before.</source>
        <translation>记录中没有保存原来的全部内容。</translation>
    </message>
    <message>
        <source>Only an edit that was written can be taken back.</source>
        <translation>只有已写入的编辑才能还原。</translation>
    </message>
    <message>
        <source>This queue is written by a newer release than Oxpecker knows.</source>
        <translation>此队列由 Oxpecker 尚不认识的新版本写入。</translation>
    </message>
    <message>
        <source>It can be read; an update of Oxpecker may bring the rest.</source>
        <translation>可以读取；更新 Oxpecker 后也许能支持其余功能。</translation>
    </message>
    <message>
        <source>The data are not text in UTF-8.</source>
        <translation>数据不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Redis did not answer in time.</source>
        <translation>Redis 未及时响应。</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>无法连接到服务器。</translation>
    </message>
    <message>
        <source>Oxpecker tries again by itself; Reconnect now does it at once.</source>
        <translation>Oxpecker 会自动重试；“立即重连”可马上再试。</translation>
    </message>
    <message>
        <source>The encrypted connection could not be made.</source>
        <translation>无法建立加密连接。</translation>
    </message>
    <message>
        <source>Redis refuses the user or the password.</source>
        <translation>Redis 拒绝了用户名或密码。</translation>
    </message>
    <message>
        <source>Enter them again in Connections.</source>
        <translation>请在“连接”中重新输入。</translation>
    </message>
    <message>
        <source>The server answers, but not as a Redis does.</source>
        <translation>服务器有响应，但不是 Redis 的响应。</translation>
    </message>
    <message>
        <source>Check host and port in Connections.</source>
        <translation>请在“连接”中检查主机和端口。</translation>
    </message>
    <message>
        <source>Redis refused the command.</source>
        <translation>Redis 拒绝了该命令。</translation>
    </message>
    <message>
        <source>The job is gone.</source>
        <translation>任务已不存在。</translation>
    </message>
    <message>
        <source>It was removed, or has run and was cleaned up.</source>
        <translation>它已被移除，或执行完后被清理。</translation>
    </message>
    <message>
        <source>Somebody else changed this job meanwhile.</source>
        <translation>有人在此期间修改了该任务。</translation>
    </message>
    <message>
        <source>Compare both versions.</source>
        <translation>请比较两个版本。</translation>
    </message>
    <message>
        <source>The input is not valid.</source>
        <translation>输入无效。</translation>
    </message>
    <message>
        <source>This is not allowed here.</source>
        <translation>此处不允许这样做。</translation>
    </message>
    <message>
        <source>The local record of changes cannot be written, so writing is off.</source>
        <translation>无法写入本地修改记录，因此已停用写入。</translation>
    </message>
    <message>
        <source>Check the disk and the rights of the data folder.</source>
        <translation>请检查磁盘和数据文件夹的权限。</translation>
    </message>
    <message>
        <source>The connection broke while writing; whether it arrived is not known yet.</source>
        <translation>写入时连接中断；尚不清楚是否已写入。</translation>
    </message>
    <message>
        <source>Oxpecker is looking again and will tell.</source>
        <translation>Oxpecker 正在重新查看，稍后告知结果。</translation>
    </message>
    <message>
        <source>This server or this version of the queue cannot do it.</source>
        <translation>此服务器或此版本的队列不支持该操作。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何修改。</translation>
    </message>
    <message>
        <source>This queue is of a library that Oxpecker does not know.</source>
        <translation>该队列由 Oxpecker 不认识的库创建。</translation>
    </message>
    <message>
        <source>It can be read.</source>
        <translation>可以读取。</translation>
    </message>
    <message>
        <source>This has to be confirmed first.</source>
        <translation>需要先确认。</translation>
    </message>
    <message>
        <source>Start it again and confirm.</source>
        <translation>请重新操作并确认。</translation>
    </message>
    <message>
        <source>Something else was confirmed than what would be written.</source>
        <translation>确认的内容与将要写入的内容不一致。</translation>
    </message>
    <message>
        <source>Another text was typed than was asked for.</source>
        <translation>输入的文字与要求的不一致。</translation>
    </message>
    <message>
        <source>What would be written is not what was reviewed.</source>
        <translation>将要写入的内容与审阅的内容不一致。</translation>
    </message>
    <message>
        <source>Your text is kept; please report this.</source>
        <translation>你的文本已保留；请反馈此问题。</translation>
    </message>
    <message>
        <source>What the edit is based on is not known.</source>
        <translation>不知道这次编辑基于哪个版本。</translation>
    </message>
    <message>
        <source>Load the job again.</source>
        <translation>请重新加载任务。</translation>
    </message>
    <message>
        <source>This release of the library has no script for that.</source>
        <translation>该版本的库没有对应的脚本。</translation>
    </message>
    <message>
        <source>The script of this release wants other keys than are known.</source>
        <translation>该版本脚本所需的键与已知的不同。</translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation>请反馈此问题。</translation>
    </message>
    <message>
        <source>The text is not valid JSON yet.</source>
        <translation>文本还不是有效的 JSON。</translation>
    </message>
    <message>
        <source>The caret stands where reading it ends.</source>
        <translation>光标停在无法继续解析的位置。</translation>
    </message>
    <message>
        <source>Check the user and the password above.</source>
        <translation>请检查上面的用户和密码。</translation>
    </message>
    <message>
        <source>Check host and port, or the socket, and that Redis runs there.</source>
        <translation>请检查主机和端口（或套接字），并确认那里正在运行 Redis。</translation>
    </message>
    <message>
        <source>Check host and port; a firewall may stand between.</source>
        <translation>请检查主机和端口；中间可能有防火墙。</translation>
    </message>
    <message>
        <source>Check host and port.</source>
        <translation>请检查主机和端口。</translation>
    </message>
    <message>
        <source>The folder for the file is not there.</source>
        <translation>文件所在的文件夹不存在。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请选择另一个。</translation>
    </message>
    <message>
        <source>You may not write to that folder.</source>
        <translation>您无权写入该文件夹。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>Make room there, or choose another folder.</source>
        <translation>请腾出空间，或选择另一个文件夹。</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>无法写入文件。</translation>
    </message>
    <message>
        <source>Try again when it is ready.</source>
        <translation>请等它就绪后再试。</translation>
    </message>
    <message>
        <source>Redis refused the transaction.</source>
        <translation>Redis 拒绝了该事务。</translation>
    </message>
    <message>
        <source>Redis has too few replicas and refuses writes.</source>
        <translation>Redis 的副本过少，拒绝写入。</translation>
    </message>
    <message>
        <source>Whoever runs the server has to look at its replicas.</source>
        <translation>请服务器的管理员检查其副本。</translation>
    </message>
    <message>
        <source>This replica has lost its primary.</source>
        <translation>此副本与主节点失去了连接。</translation>
    </message>
    <message>
        <source>The cluster is down.</source>
        <translation>集群不可用。</translation>
    </message>
    <message>
        <source>Whoever runs the server has to look at its nodes.</source>
        <translation>请服务器的管理员检查其节点。</translation>
    </message>
    <message>
        <source>This needs a script, and the server runs none for Oxpecker (EVAL is refused).</source>
        <translation>此操作需要脚本，但服务器不为 Oxpecker 运行脚本（EVAL 被拒绝）。</translation>
    </message>
    <message>
        <source>Allow EVAL and EVALSHA. Saving data works without them.</source>
        <translation>请允许 EVAL 和 EVALSHA。保存数据不需要它们。</translation>
    </message>
    <message>
        <source>The server sent more than was asked for.</source>
        <translation>服务器发送的内容多于所请求的。</translation>
    </message>
    <message>
        <source>That connection was closed. Check host and port in Connections.</source>
        <translation>该连接已关闭。请在“连接”中检查主机和端口。</translation>
    </message>
    <message>
        <source>This needs a transaction, and the server allows none (MULTI is refused).</source>
        <translation>此操作需要事务，但服务器不允许事务（MULTI 被拒绝）。</translation>
    </message>
    <message>
        <source>Allow MULTI and EXEC, or EVAL and EVALSHA.</source>
        <translation>请允许 MULTI 和 EXEC，或 EVAL 和 EVALSHA。</translation>
    </message>
    <message>
        <source>Redis did not answer in time; whether the write arrived is not known yet.</source>
        <translation>Redis 未及时响应；尚不清楚是否已写入。</translation>
    </message>
    <message>
        <source>What the server answered to the write makes no sense; whether it arrived is not known yet.</source>
        <translation>服务器对写入的响应无法理解；尚不清楚是否已写入。</translation>
    </message>
    <message>
        <source>Redis broke the write off with an error; whether it was carried out is not known yet.</source>
        <translation>Redis 因错误中断了写入；尚不清楚是否已执行。</translation>
    </message>
    <message>
        <source>It was cancelled while it was written; whether it arrived is not known yet.</source>
        <translation>写入时被取消；尚不清楚是否已写入。</translation>
    </message>
    <message>
        <source>Oxpecker connects anew by itself; then try again.</source>
        <translation>Oxpecker 会自动重新连接；之后请再试。</translation>
    </message>
    <message>
        <source>The job was not retried.</source>
        <translation>任务未重试。</translation>
    </message>
    <message>
        <source>Nothing was changed, and the job was not retried.</source>
        <translation>未作任何修改，任务也未重试。</translation>
    </message>
    <message>
        <source>Your changes are saved.</source>
        <translation>你的修改已保存。</translation>
    </message>
    <message>
        <source>Your changes are saved, and the job was not retried.</source>
        <translation>你的修改已保存，但任务未重试。</translation>
    </message>
    <message>
        <source>The Redis user may not send %1.</source>
        <translation>该 Redis 用户无权发送 %1。</translation>
    </message>
    <message>
        <source>Redis is in protected mode: it has no password and takes connections from its own machine only.</source>
        <translation>Redis 处于保护模式：它没有设置密码，只接受来自本机的连接。</translation>
    </message>
    <message>
        <source>Whoever runs the server sets a password, or connect through a tunnel.</source>
        <translation>请服务器的管理员设置密码，或通过隧道连接。</translation>
    </message>
    <message>
        <source>The name of the server does not resolve to an address.</source>
        <translation>无法将服务器的名称解析为地址。</translation>
    </message>
    <message>
        <source>Check its spelling, and whether it is known in this network (VPN).</source>
        <translation>请检查拼写，并确认此网络（VPN）能识别该名称。</translation>
    </message>
    <message>
        <source>This machine has no way to that address.</source>
        <translation>本机没有通往该地址的路由。</translation>
    </message>
    <message>
        <source>Check the network or VPN; for an IPv6 address this machine needs IPv6 itself.</source>
        <translation>请检查网络或 VPN；要使用 IPv6 地址，本机自身需要有 IPv6。</translation>
    </message>
    <message>
        <source>More than one release of BullMQ may have written this queue, and each does this in its own way.</source>
        <translation>可能有多个版本的 BullMQ 写入过此队列，而各版本执行此操作的方式不同。</translation>
    </message>
    <message>
        <source>Oxpecker can tell as soon as a program with BullMQ 5.20 or newer has opened the queue.</source>
        <translation>一旦有使用 BullMQ 5.20 或更新版本的程序打开该队列，Oxpecker 就能判断。</translation>
    </message>
    <message>
        <source>A worker is running this job, and that was not confirmed.</source>
        <translation>有工作进程正在执行此任务，而这一点未经确认。</translation>
    </message>
    <message>
        <source>Whoever runs the server can see why in its log.</source>
        <translation>服务器的管理员可以在其日志中查看原因。</translation>
    </message>
    <message>
        <source>Connect to its primary, %1, to change jobs.</source>
        <translation>要修改任务，请连接到其主节点 %1。</translation>
    </message>
    <message>
        <source>The name %1 does not resolve to an address.</source>
        <translation>无法将名称 %1 解析为地址。</translation>
    </message>
    <message>
        <source>The certificate does not prove that this is your server.</source>
        <translation>该证书不能证明这是你的服务器。</translation>
    </message>
    <message>
        <source>Look at the certificate, and decide.</source>
        <translation>请查看证书，然后决定。</translation>
    </message>
    <message>
        <source>The server shows another certificate than the pinned one.</source>
        <translation>服务器出示的证书与固定的证书不同。</translation>
    </message>
    <message>
        <source>The server speaks only TLS on this port.</source>
        <translation>服务器在此端口上只支持 TLS。</translation>
    </message>
    <message>
        <source>Switch TLS on for this connection.</source>
        <translation>请为此连接启用 TLS。</translation>
    </message>
    <message>
        <source>The server does not speak TLS on this port.</source>
        <translation>服务器在此端口上不支持 TLS。</translation>
    </message>
    <message>
        <source>Switch TLS off for this connection, or name its port for TLS.</source>
        <translation>请为此连接关闭 TLS，或填写服务器的 TLS 端口。</translation>
    </message>
    <message>
        <source>The server speaks no version of TLS that is still safe.</source>
        <translation>服务器不支持任何仍然安全的 TLS 版本。</translation>
    </message>
    <message>
        <source>Whoever runs it has to allow TLS 1.2 or 1.3.</source>
        <translation>请服务器的管理员允许 TLS 1.2 或 1.3。</translation>
    </message>
    <message>
        <source>The server wants to see a client certificate.</source>
        <translation>服务器要求提供客户端证书。</translation>
    </message>
    <message>
        <source>Name the certificate and its key for this connection.</source>
        <translation>请为此连接指定证书及其私钥。</translation>
    </message>
    <message>
        <source>The server does not take this client certificate.</source>
        <translation>服务器不接受此客户端证书。</translation>
    </message>
    <message>
        <source>Ask whoever runs it which one it takes, and until when.</source>
        <translation>请向服务器的管理员询问它接受哪个证书，以及有效期到何时。</translation>
    </message>
    <message>
        <source>The key of the client certificate is encrypted.</source>
        <translation>客户端证书的私钥已加密。</translation>
    </message>
    <message>
        <source>Enter its passphrase.</source>
        <translation>请输入其密码短语。</translation>
    </message>
    <message>
        <source>The passphrase does not unlock the key of the client certificate.</source>
        <translation>该密码短语无法解锁客户端证书的私钥。</translation>
    </message>
    <message>
        <source>Enter it again.</source>
        <translation>请重新输入。</translation>
    </message>
    <message>
        <source>The key is not that of the client certificate.</source>
        <translation>该私钥不是此客户端证书的私钥。</translation>
    </message>
    <message>
        <source>Name the file with its own key.</source>
        <translation>请指定包含该证书自身私钥的文件。</translation>
    </message>
    <message>
        <source>The key of the client certificate cannot be read.</source>
        <translation>无法读取客户端证书的私钥。</translation>
    </message>
    <message>
        <source>Name a PEM file that holds it.</source>
        <translation>请指定包含它的 PEM 文件。</translation>
    </message>
    <message>
        <source>The client certificate cannot be read.</source>
        <translation>无法读取客户端证书。</translation>
    </message>
    <message>
        <source>The file with the certificate authority cannot be read.</source>
        <translation>无法读取包含证书颁发机构的文件。</translation>
    </message>
    <message>
        <source>The name to verify is neither a name nor an address.</source>
        <translation>要验证的名称既不是有效的名称，也不是地址。</translation>
    </message>
    <message>
        <source>Leave it empty to verify the host.</source>
        <translation>留空则验证主机。</translation>
    </message>
    <message>
        <source>The server name is not a name.</source>
        <translation>服务器名称不是有效的名称。</translation>
    </message>
    <message>
        <source>Leave it empty to ask for the host.</source>
        <translation>留空则请求主机。</translation>
    </message>
    <message>
        <source>What was asked for is more than Oxpecker reads at once (1 GiB for a page of jobs).</source>
        <translation>请求的内容超过 Oxpecker 一次读取的上限（一页任务为 1 GiB）。</translation>
    </message>
    <message>
        <source>Hide the columns with the long values, such as Error and Progress, or open the jobs one by one.</source>
        <translation>请隐藏含长值的列（如错误和进度），或逐个打开任务。</translation>
    </message>
    <message>
        <source>No name, password or command was sent.</source>
        <translation>未发送任何用户名、密码或命令。</translation>
    </message>
    <message>
        <source>Something that has to be ticked was not.</source>
        <translation>必须勾选的一项没有勾选。</translation>
    </message>
    <message>
        <source>A reason has to be given for this.</source>
        <translation>此操作必须填写原因。</translation>
    </message>
    <message>
        <source>Start it again and give one.</source>
        <translation>请重新开始，并填写原因。</translation>
    </message>
    <message>
        <source>The rules want you to prove who you are first, and Oxpecker cannot ask for that yet.</source>
        <translation>规则要求先证明您的身份，而 Oxpecker 目前还无法询问。</translation>
    </message>
    <message>
        <source>The rules want a second person to agree first, and Oxpecker cannot ask for that yet.</source>
        <translation>规则要求先由第二人同意，而 Oxpecker 目前还无法征求。</translation>
    </message>
    <message>
        <source>Somebody else changed the options of this job meanwhile.</source>
        <translation>其间有人更改了此任务的选项。</translation>
    </message>
    <message>
        <source>Look at them again and decide anew.</source>
        <translation>请重新查看后再决定。</translation>
    </message>
    <message>
        <source>One of the options may not be set so.</source>
        <translation>其中一个选项不能这样设置。</translation>
    </message>
    <message>
        <source>The Options tab says which are offered.</source>
        <translation>“选项”标签页列出了可更改的选项。</translation>
    </message>
    <message>
        <source>This is not possible in the job&apos;s state.</source>
        <translation>任务处于当前状态时无法执行此操作。</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message numerus="yes">
        <source>%L1 trace(s)</source>
        <translation>
            <numerusform>%L1 个堆栈跟踪</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 attempt(s)</source>
        <translation>
            <numerusform>%L1 次尝试</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>5 attempts, 2 traces</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>The stack trace is not a list of texts. It is shown as it is stored.</source>
        <translation>堆栈跟踪不是文本列表。按存储的原样显示。</translation>
    </message>
    <message>
        <source>Showing the newest %1 of %2 traces.</source>
        <translation>正在显示 %2 个堆栈跟踪中最新的 %1 个。</translation>
    </message>
    <message>
        <source>This job keeps no traces (stackTraceLimit is 0).</source>
        <translation>此任务不保留堆栈跟踪（stackTraceLimit 为 0）。</translation>
    </message>
    <message numerus="yes">
        <source>This job keeps its oldest %n trace(s) (stackTraceLimit; BullMQ before 5.4.6).</source>
        <translation>
            <numerusform>此任务保留最早的 %n 个堆栈跟踪（stackTraceLimit；BullMQ 5.4.6 之前）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This job keeps its newest %n trace(s) (stackTraceLimit).</source>
        <translation>
            <numerusform>此任务保留最新的 %n 个堆栈跟踪（stackTraceLimit）。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FamilyText</name>
    <message>
        <source>BullMQ 5 or 6</source>
        <translation>BullMQ 5 或 6</translation>
    </message>
    <message>
        <source>BullMQ 4, 5 or 6</source>
        <translation>BullMQ 4、5 或 6</translation>
    </message>
    <message>
        <source>unknown family</source>
        <translation>未知类型</translation>
    </message>
    <message>
        <source>Its key meta names the version.</source>
        <translation>其键 meta 中写有版本。</translation>
    </message>
    <message>
        <source>No version is stored. The key marker says BullMQ 5 or 6; nothing tells which.</source>
        <translation>没有存储版本。键 marker 表明是 BullMQ 5 或 6；无法进一步区分。</translation>
    </message>
    <message>
        <source>No version is stored. The key marker says BullMQ 5 or 6, the jobs say BullMQ 4.</source>
        <translation>没有存储版本。键 marker 表明是 BullMQ 5 或 6，而任务表明是 BullMQ 4。</translation>
    </message>
    <message>
        <source>No version is stored. Jobs with the fields ats or atm say BullMQ 5 or 6; nothing tells which.</source>
        <translation>没有存储版本。任务带有字段 ats 或 atm，表明是 BullMQ 5 或 6；无法进一步区分。</translation>
    </message>
    <message>
        <source>No version is stored. Jobs with the field attemptsMade say BullMQ 4.</source>
        <translation>没有存储版本。任务带有字段 attemptsMade，表明是 BullMQ 4。</translation>
    </message>
    <message>
        <source>No version is stored. Ids such as 0:0 in its lists say BullMQ 4.</source>
        <translation>没有存储版本。列表中有 0:0 这样的 ID，表明是 BullMQ 4。</translation>
    </message>
    <message>
        <source>No version is stored. The keys events and priority together say BullMQ 3 or older.</source>
        <translation>没有存储版本。同时存在键 events 和 priority，表明是 BullMQ 3 或更早版本。</translation>
    </message>
    <message>
        <source>No version is stored, and no key events: that is Bull.</source>
        <translation>没有存储版本，也没有键 events：这是 Bull。</translation>
    </message>
    <message>
        <source>No version is stored, and no job has run yet that could tell it.</source>
        <translation>没有存储版本，也还没有执行过可供判断的任务。</translation>
    </message>
    <message>
        <source>Only what is the same in both is offered: not Pause queue, and while it is paused neither Retry nor Promote.</source>
        <translation>只提供两者相同的操作：不提供“暂停队列”；队列暂停期间也不提供“重试”和“提前执行”。</translation>
    </message>
    <message>
        <source>Only what is the same in all of them is offered: changing data and removing jobs.</source>
        <translation>只提供所有版本都相同的操作：修改数据和移除任务。</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>The job&apos;s name: workers choose by it what to do.</source>
        <translation>任务的名称：工作进程据此决定做什么。</translation>
    </message>
    <message>
        <source>The payload that workers read, as JSON.</source>
        <translation>工作进程读取的数据，JSON 格式。</translation>
    </message>
    <message>
        <source>The options that the job was added with, as JSON.</source>
        <translation>添加任务时的选项，JSON 格式。</translation>
    </message>
    <message>
        <source>When the job was added, in milliseconds since 1970, by the producer&apos;s clock.</source>
        <translation>添加任务的时间，按生产者的时钟，为 1970 年以来的毫秒数。</translation>
    </message>
    <message>
        <source>How long the job was to wait before it may run, in milliseconds.</source>
        <translation>任务在可以执行之前应等待的毫秒数。</translation>
    </message>
    <message>
        <source>Jobs with a lower number run first; 0 is none and runs before all others.</source>
        <translation>数字较小的任务先执行；0 表示没有优先级，排在所有其他任务之前。</translation>
    </message>
    <message>
        <source>What the worker has told of its progress, as JSON.</source>
        <translation>工作进程报告的进度，JSON 格式。</translation>
    </message>
    <message>
        <source>When a worker last picked the job up, in milliseconds since 1970.</source>
        <translation>工作进程最近一次取走任务的时间，为 1970 年以来的毫秒数。</translation>
    </message>
    <message>
        <source>When the job completed or failed for good, in milliseconds since 1970.</source>
        <translation>任务完成或最终失败的时间，为 1970 年以来的毫秒数。</translation>
    </message>
    <message>
        <source>How many attempts have ended; BullMQ 5 and later write atm instead.</source>
        <translation>已结束的尝试次数；BullMQ 5 及更新版本改为写入 atm。</translation>
    </message>
    <message>
        <source>Attempts made: how many attempts have ended.</source>
        <translation>Attempts made：已结束的尝试次数。</translation>
    </message>
    <message>
        <source>Attempts started: how often a worker has picked the job up.</source>
        <translation>Attempts started：工作进程取走任务的次数。</translation>
    </message>
    <message>
        <source>Stalled counter: how often the worker that held the job was lost.</source>
        <translation>Stalled counter：持有任务的工作进程失联的次数。</translation>
    </message>
    <message>
        <source>How often the worker that held the job was lost.</source>
        <translation>持有任务的工作进程失联的次数。</translation>
    </message>
    <message>
        <source>Why the last attempt failed.</source>
        <translation>最近一次尝试失败的原因。</translation>
    </message>
    <message>
        <source>The stack of each failed attempt, as a JSON array, oldest first.</source>
        <translation>每次失败尝试的堆栈，JSON 数组，最早的在前。</translation>
    </message>
    <message>
        <source>What the worker gave back when the job completed, as JSON.</source>
        <translation>任务完成时工作进程返回的内容，JSON 格式。</translation>
    </message>
    <message>
        <source>The key of the job that waits for this one.</source>
        <translation>等待此任务的任务的键。</translation>
    </message>
    <message>
        <source>The id and queue of the job that waits for this one, as JSON.</source>
        <translation>等待此任务的任务的 ID 和队列，JSON 格式。</translation>
    </message>
    <message>
        <source>Next repeatable job id: the run of the scheduler that comes after this one.</source>
        <translation>Next repeatable job id：调度器在此任务之后的下一次运行。</translation>
    </message>
    <message>
        <source>Processed by: the name of the worker that picked the job up.</source>
        <translation>Processed by：取走任务的工作进程的名称。</translation>
    </message>
    <message>
        <source>Deferred failure: the reason with which the next pick-up fails the job.</source>
        <translation>Deferred failure：下次被取出时任务失败的原因。</translation>
    </message>
    <message>
        <source>Deduplication id: while it is taken, jobs with the same one are not added.</source>
        <translation>Deduplication id：它被占用期间，不会添加 ID 相同的任务。</translation>
    </message>
    <message>
        <source>When the job was last retried by hand, in milliseconds since 1970.</source>
        <translation>最近一次手动重试任务的时间，为 1970 年以来的毫秒数。</translation>
    </message>
    <message>
        <source>Repeat job key: the job scheduler that made this job.</source>
        <translation>Repeat job key：创建此任务的任务调度器。</translation>
    </message>
    <message>
        <source>Telemetry: links the worker&apos;s trace to that of the program that added the job.</source>
        <translation>Telemetry：将工作进程的追踪与添加任务的程序的追踪关联起来。</translation>
    </message>
</context>
<context>
    <name>FileSaver</name>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>ForecastModel</name>
    <message>
        <source>unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>%1 秒后</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>%1 分钟后</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>%1 小时后</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>%1 天前</translation>
    </message>
    <message>
        <source>in %1 d</source>
        <translation>%1 天后</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message numerus="yes">
        <source>%L1 byte(s)</source>
        <translation>
            <numerusform>%L1 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 k</source>
        <translation>%1 千</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 百万</translation>
    </message>
    <message>
        <source>%1 G</source>
        <translation>%1 十亿</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 s ahead</source>
        <translation>超前 %1 秒</translation>
    </message>
    <message>
        <source>%1 min ahead</source>
        <translation>超前 %1 分钟</translation>
    </message>
    <message>
        <source>%1 h ahead</source>
        <translation>超前 %1 小时</translation>
    </message>
    <message>
        <source>%1 d ahead</source>
        <translation>超前 %1 天</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>things of a kind</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what is said of one thing</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>InnerNames</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>More menus</source>
        <translation>更多菜单</translation>
    </message>
    <message>
        <source>More buttons</source>
        <translation>更多按钮</translation>
    </message>
    <message>
        <source>Earlier tabs</source>
        <translation>前面的标签页</translation>
    </message>
    <message>
        <source>Later tabs</source>
        <translation>后面的标签页</translation>
    </message>
</context>
<context>
    <name>JobCells</name>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Its next pick-up fails it.</source>
        <translation>下次被取出时会失败。</translation>
    </message>
    <message>
        <source>No worker holds this job: its lock is gone. The stalled checks of a worker take it back.</source>
        <translation>没有工作进程持有此任务：它的锁已不存在。工作进程的停滞检查会将它收回。</translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <translation>完成时间：%1</translation>
    </message>
    <message>
        <source>Processed: %1</source>
        <translation>开始时间：%1</translation>
    </message>
    <message>
        <source>Created: %1</source>
        <translation>创建时间：%1</translation>
    </message>
    <message>
        <source>Later than the server&apos;s clock: the clock of the program that wrote it is ahead.</source>
        <translation>晚于服务器的时钟：写入它的程序的时钟超前。</translation>
    </message>
</context>
<context>
    <name>JobColumns</name>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>%1, no worker</source>
        <translation>%1，无工作进程</translation>
    </message>
    <message>
        <source>no worker</source>
        <translation>无工作进程</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变更时间</translation>
    </message>
    <message>
        <source>The last of the times at which it was added, picked up or finished</source>
        <translation>添加、取走和完成时间中最晚的一个</translation>
    </message>
    <message>
        <source>When it may run</source>
        <translation>可以执行的时间</translation>
    </message>
    <message>
        <source>Attempts made, and how many there may be</source>
        <translation>已尝试次数和允许的总次数</translation>
    </message>
    <message>
        <source>The lower the number, the sooner it runs; none runs before all</source>
        <translation>数字越小越早执行；没有优先级的最先执行</translation>
    </message>
    <message>
        <source>What the worker has told of its progress</source>
        <translation>工作进程报告的进度</translation>
    </message>
    <message>
        <source>Bytes of its data</source>
        <translation>数据的字节数</translation>
    </message>
</context>
<context>
    <name>JobState</name>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>active</source>
        <translation>执行中</translation>
    </message>
    <message>
        <source>delayed</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>prioritized</source>
        <translation>优先</translation>
    </message>
    <message>
        <source>waiting-children</source>
        <translation>等待子任务</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>NoticeDesk</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Queue %1: %2</source>
        <translation>队列 %1：%2</translation>
    </message>
    <message>
        <source>Job %1: %2</source>
        <translation>任务 %1：%2</translation>
    </message>
    <message>
        <source>Job %1 of %2: %3</source>
        <translation>%2 的任务 %1：%3</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>Pause queue</source>
        <translation>暂停队列</translation>
    </message>
    <message>
        <source>Workers take no more jobs from this queue until it is resumed. Running jobs run to their end.</source>
        <translation>在恢复之前，工作进程不再从此队列取任务。正在执行的任务会继续到结束。</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>提前执行</translation>
    </message>
    <message>
        <source>Lets the delayed job run now: it goes to the waiting ones, behind those that are there.</source>
        <translation>让延迟的任务现在执行：排到等待中的任务之后。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Deletes the job with its logs. This cannot be undone. Children of a flow stay.</source>
        <translation>删除任务及其日志。此操作无法撤销。流程中的子任务会保留。</translation>
    </message>
    <message>
        <source>Resume queue</source>
        <translation>恢复队列</translation>
    </message>
    <message>
        <source>Workers take jobs from this queue again, in the order in which they were added.</source>
        <translation>工作进程重新按添加顺序从此队列取任务。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Puts the job back to the waiting ones. Its data and logs stay as they are.</source>
        <translation>将任务放回等待队列。数据和日志保持不变。</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>Stores the edited data. State, id and place in the queue stay as they are.</source>
        <translation>保存编辑后的数据。状态、ID 和在队列中的位置保持不变。</translation>
    </message>
    <message>
        <source>Retry with options</source>
        <translation>带选项重试</translation>
    </message>
    <message>
        <source>Reset attempts</source>
        <translation>重置尝试次数</translation>
    </message>
    <message>
        <source>The job gets all of its attempts anew. Without it a job that has used them up is tried once.</source>
        <translation>任务重新获得全部尝试次数。不重置时，已用完次数的任务只会再试一次。</translation>
    </message>
    <message>
        <source>Changed data</source>
        <translation>修改数据</translation>
    </message>
    <message>
        <source>Bulk edit</source>
        <translation>批量编辑</translation>
    </message>
    <message>
        <source>Edit options</source>
        <translation>编辑选项</translation>
    </message>
    <message>
        <source>Changes what a worker reads when it takes the job. Its data and its place stay.</source>
        <translation>更改工作进程取走任务时读取的选项。任务的数据和位置保持不变。</translation>
    </message>
    <message>
        <source>Changed options</source>
        <translation>更改了选项</translation>
    </message>
    <message>
        <source>as the worker says</source>
        <translation>由工作进程决定</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Stack traces kept</source>
        <translation>保留的堆栈跟踪</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>How often it is tried at most, the first time included.</source>
        <translation>最多尝试的次数，包括第一次。</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>Backoff</source>
        <translation>退避</translation>
    </message>
    <message>
        <source>The wait before it is tried again.</source>
        <translation>再次尝试之前的等待。</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>Backoff delay</source>
        <translation>退避延迟</translation>
    </message>
    <message>
        <source>When completed</source>
        <translation>完成后</translation>
    </message>
    <message>
        <source>What becomes of it and of the completed jobs before it.</source>
        <translation>此任务以及之前已完成的任务如何处理。</translation>
    </message>
    <message>
        <source>Completed jobs kept</source>
        <translation>保留的已完成任务</translation>
    </message>
    <message>
        <source>Completed jobs kept for</source>
        <translation>已完成任务的保留时长</translation>
    </message>
    <message>
        <source>When failed</source>
        <translation>失败后</translation>
    </message>
    <message>
        <source>What becomes of it and of the failed jobs before it.</source>
        <translation>此任务以及之前失败的任务如何处理。</translation>
    </message>
    <message>
        <source>Failed jobs kept</source>
        <translation>保留的失败任务</translation>
    </message>
    <message>
        <source>Failed jobs kept for</source>
        <translation>失败任务的保留时长</translation>
    </message>
    <message>
        <source>Log lines kept</source>
        <translation>保留的日志行</translation>
    </message>
    <message>
        <source>The newest lines of its log that are kept.</source>
        <translation>保留最新的日志行数。</translation>
    </message>
    <message>
        <source>The newest stack traces that are kept; 0 keeps none.</source>
        <translation>保留最新的堆栈跟踪数；0 表示不保留。</translation>
    </message>
    <message>
        <source>The oldest stack traces that are kept.</source>
        <translation>保留最早的堆栈跟踪数。</translation>
    </message>
    <message>
        <source>The newest stack traces that are kept.</source>
        <translation>保留最新的堆栈跟踪数。</translation>
    </message>
    <message>
        <source>Retried first</source>
        <translation>优先重试</translation>
    </message>
    <message>
        <source>A retry without a wait puts it in front of the others, not behind them.</source>
        <translation>无需等待的重试会把它放到其他任务之前，而不是之后。</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Milliseconds after which a run of it has failed.</source>
        <translation>运行超过这么多毫秒即视为失败。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Data as text</source>
        <translation>数据作为文本</translation>
    </message>
    <message>
        <source>The worker gets its data as text and not as JSON.</source>
        <translation>工作进程收到的数据是文本而不是 JSON。</translation>
    </message>
    <message>
        <source>Fails its parent</source>
        <translation>使父任务失败</translation>
    </message>
    <message>
        <source>When it fails, its parent has failed too.</source>
        <translation>此任务失败时，父任务也失败。</translation>
    </message>
    <message>
        <source>Frees its parent</source>
        <translation>释放父任务</translation>
    </message>
    <message>
        <source>When it fails, its parent waits for it no more.</source>
        <translation>此任务失败时，父任务不再等待它。</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>The same each time</source>
        <translation>每次相同</translation>
    </message>
    <message>
        <source>Twice as long each time</source>
        <translation>每次加倍</translation>
    </message>
    <message>
        <source>By a strategy of the worker&apos;s own</source>
        <translation>由工作进程自己的策略决定</translation>
    </message>
    <message>
        <source>Milliseconds.</source>
        <translation>毫秒。</translation>
    </message>
    <message>
        <source>As the worker says</source>
        <translation>由工作进程决定</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Remove at once</source>
        <translation>立即移除</translation>
    </message>
    <message>
        <source>Keep the newest</source>
        <translation>保留最新的</translation>
    </message>
    <message>
        <source>The newest of the queue&apos;s, so many.</source>
        <translation>保留队列中最新的这么多个。</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>任意数量</translation>
    </message>
    <message>
        <source>Seconds; those that ended earlier are removed.</source>
        <translation>秒；更早结束的将被移除。</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>任意时长</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Edit and promote</source>
        <translation>编辑并提前执行</translation>
    </message>
    <message>
        <source>Edit and retry</source>
        <translation>编辑并重试</translation>
    </message>
</context>
<context>
    <name>OptionNotes</name>
    <message>
        <source>The job is running: the worker goes on with the old options. A retry will use the new ones.</source>
        <translation>任务正在运行：工作进程继续使用旧选项。重试时会使用新选项。</translation>
    </message>
    <message>
        <source>The job is completed: no worker reads its options, unless it is retried.</source>
        <translation>任务已完成：除非重试，否则没有工作进程会读取它的选项。</translation>
    </message>
    <message>
        <source>This is the next job of a scheduler: all later runs get the options that it has.</source>
        <translation>这是调度器的下一个任务：之后的每次运行都会使用它的选项。</translation>
    </message>
</context>
<context>
    <name>OutcomeLook</name>
    <message>
        <source>would change</source>
        <translation>将被修改</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>stay as they are: they look like this already</source>
        <translation>保持原样：它们已经是这样</translation>
    </message>
    <message>
        <source>would be refused</source>
        <translation>将被拒绝</translation>
    </message>
</context>
<context>
    <name>OverviewCells</name>
    <message>
        <source>0 s</source>
        <translation>0 秒</translation>
    </message>
    <message>
        <source>none failed in the last hour</source>
        <translation>过去一小时没有失败</translation>
    </message>
    <message>
        <source>%1 failed in the last hour, most %2 at %3</source>
        <translation>过去一小时失败 %1 个，最多的是 %3，有 %2 个</translation>
    </message>
    <message>
        <source>%1, prioritized: %2</source>
        <translation>%1，其中优先：%2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>0, and jobs wait</source>
        <translation>0，有任务在等待</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
</context>
<context>
    <name>OverviewColumns</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>The prefix, or the part of the name before the first separator</source>
        <translation>前缀，或名称中第一个分隔符之前的部分</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>With the prioritized ones, whose number stands at the left</source>
        <translation>包含优先任务，其数量显示在左侧</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>执行中</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Failed, last hour</source>
        <translation>最近一小时失败</translation>
    </message>
    <message>
        <source>Jobs that failed in the last hour and are still among the failed ones: a bar for each two minutes, full at 5 or more</source>
        <translation>最近一小时内失败且仍在失败任务中的任务：每两分钟一根柱，达到 5 个即满格</translation>
    </message>
    <message>
        <source>Failed in the last hour</source>
        <translation>最近一小时失败</translation>
    </message>
    <message>
        <source>Oldest waiting</source>
        <translation>最久等待</translation>
    </message>
    <message>
        <source>For how long the job has waited that has waited longest, as far as the ends of the queue tell</source>
        <translation>等待最久的任务已等待的时间，仅根据队列两端判断</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>工作进程</translation>
    </message>
    <message>
        <source>Connections that bear a worker&apos;s name</source>
        <translation>带有工作进程名称的连接</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Waiting-children</source>
        <translation>等待子任务</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>By samples: the queue&apos;s own keys, and ten jobs of every state</source>
        <translation>抽样估算：队列自身的键，以及每种状态的十个任务</translation>
    </message>
</context>
<context>
    <name>PillLabel</name>
    <message>
        <source>number, %1 digits</source>
        <translation>数字，%1 位</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>text, %1 characters</source>
        <translation>文本，%1 个字符</translation>
    </message>
</context>
<context>
    <name>PlaceNotice</name>
    <message>
        <source>The lock ran out %1.</source>
        <translation>锁于 %1过期。</translation>
    </message>
    <message>
        <source>A worker took it %1; its lock is gone.</source>
        <translation>它于 %1被取走，现在没有锁。</translation>
    </message>
    <message>
        <source>The stalled check of a worker, every 30 s by default, puts it back to the waiting ones; where it has stalled more often than maxStalledCount, 1 by default, it fails instead.</source>
        <translation>工作进程的停滞检查（默认每 30 秒一次）会将它放回等待队列；如果停滞次数超过 maxStalledCount（默认为 1），则改为失败。</translation>
    </message>
    <message numerus="yes">
        <source>It has stalled %n time(s) before.</source>
        <translation>
            <numerusform>它此前已停滞 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>No worker holds this job.</source>
        <translation>没有工作进程持有此任务。</translation>
    </message>
    <message>
        <source>This id stands in several states: %1.</source>
        <translation>此 ID 同时处于多个状态：%1。</translation>
    </message>
    <message>
        <source>BullMQ keeps a job in one. A move takes it out of one list only; the other entry stays behind.</source>
        <translation>BullMQ 只会让任务处于一个状态。移动它时只会从一个列表中取出，其他列表中的条目会留下。</translation>
    </message>
</context>
<context>
    <name>QueueHeader</name>
    <message>
        <source>read only: BullMQ Pro keeps groups that Oxpecker does not know</source>
        <translation>只读：Oxpecker 不了解 BullMQ Pro 的分组</translation>
    </message>
    <message>
        <source>read only: written by BullMQ 3 or older</source>
        <translation>只读：由 BullMQ 3 或更早版本写入</translation>
    </message>
    <message>
        <source>read only: the library that writes it was not recognised</source>
        <translation>只读：未能识别写入它的库</translation>
    </message>
    <message>
        <source>read only: this version is newer than Oxpecker knows</source>
        <translation>只读：此版本比 Oxpecker 认识的更新</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>now active</source>
        <translation>正在执行</translation>
    </message>
    <message>
        <source>failed again</source>
        <translation>再次失败</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>in no list</source>
        <translation>不在任何列表中</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>已执行 %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>%1到期</translation>
    </message>
    <message>
        <source>after %1, %2</source>
        <translation>用时 %1，%2</translation>
    </message>
    <message>
        <source>job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>not known: connection lost</source>
        <translation>未知：连接已断开</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>did not arrive</source>
        <translation>未生效</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>removed when completed</source>
        <translation>完成后已移除</translation>
    </message>
    <message>
        <source>removed since; how it ended is not known</source>
        <translation>之后被移除；结果未知</translation>
    </message>
    <message>
        <source>another job bears this id now</source>
        <translation>此 ID 现在属于另一个任务</translation>
    </message>
    <message>
        <source>it was so before</source>
        <translation>之前就已如此</translation>
    </message>
    <message>
        <source>running jobs go on to their end</source>
        <translation>正在执行的任务会继续到结束</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>未作任何修改</translation>
    </message>
    <message>
        <source>look at it before you write it again</source>
        <translation>再次写入前请先查看</translation>
    </message>
    <message>
        <source>%1 %2 in %3</source>
        <translation>%1 %2（%3）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Retried %1</source>
        <translation>已重试 %1</translation>
    </message>
    <message>
        <source>Retry: %1</source>
        <translation>重试：%1</translation>
    </message>
    <message>
        <source>Retried by you %1.</source>
        <translation>%1由你重试。</translation>
    </message>
    <message>
        <source>Promoted %1</source>
        <translation>已提前执行 %1</translation>
    </message>
    <message>
        <source>Promote: %1</source>
        <translation>提前执行：%1</translation>
    </message>
    <message>
        <source>Promoted by you %1.</source>
        <translation>%1由你提前执行。</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>已移除 %1</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>移除：%1</translation>
    </message>
    <message>
        <source>Removed by you %1.</source>
        <translation>%1由你移除。</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Save: %1</source>
        <translation>保存：%1</translation>
    </message>
    <message>
        <source>Saved by you %1.</source>
        <translation>%1由你保存。</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>还原：%1</translation>
    </message>
    <message>
        <source>Taken back by you %1.</source>
        <translation>%1由你还原。</translation>
    </message>
    <message>
        <source>Paused %1</source>
        <translation>已暂停 %1</translation>
    </message>
    <message>
        <source>Pause: %1</source>
        <translation>暂停：%1</translation>
    </message>
    <message>
        <source>Paused by you %1.</source>
        <translation>%1由你暂停。</translation>
    </message>
    <message>
        <source>Resumed %1</source>
        <translation>已恢复 %1</translation>
    </message>
    <message>
        <source>Resume: %1</source>
        <translation>恢复：%1</translation>
    </message>
    <message>
        <source>Resumed by you %1.</source>
        <translation>%1由你恢复。</translation>
    </message>
    <message>
        <source>until it is back</source>
        <translation>直到连接恢复</translation>
    </message>
    <message>
        <source>connection lost; looking again</source>
        <translation>连接已断开；正在重新查看</translation>
    </message>
    <message>
        <source>Reverted %1</source>
        <translation>已还原 %1</translation>
    </message>
    <message>
        <source>Edited the options of %1</source>
        <translation>已编辑 %1 的选项</translation>
    </message>
    <message>
        <source>Edit the options: %1</source>
        <translation>编辑选项：%1</translation>
    </message>
    <message>
        <source>The options were edited by you %1.</source>
        <translation>选项由您在%1编辑。</translation>
    </message>
</context>
<context>
    <name>RecipeWords</name>
    <message>
        <source>no valid JSON: %1, at byte %2</source>
        <translation>不是有效的 JSON：%1，位于第 %2 字节</translation>
    </message>
    <message>
        <source>it cannot be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>a value of another kind is needed</source>
        <translation>需要另一种类型的值</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>缺少该项</translation>
    </message>
    <message>
        <source>“%1” is not known here</source>
        <translation>此处不认识“%1”</translation>
    </message>
    <message>
        <source>“%1” is none of the words that may stand there</source>
        <translation>“%1”不是此处允许的词</translation>
    </message>
    <message>
        <source>version %1 is not known here</source>
        <translation>不支持版本 %1</translation>
    </message>
    <message>
        <source>“%1” is no name; letters, digits and _ make one, a letter first</source>
        <translation>“%1”不是有效名称；名称由字母、数字和 _ 组成，以字母开头</translation>
    </message>
    <message>
        <source>“%1” is taken</source>
        <translation>“%1”已被使用</translation>
    </message>
    <message>
        <source>there is nothing to choose from</source>
        <translation>没有可供选择的项</translation>
    </message>
    <message>
        <source>it is no regular expression</source>
        <translation>不是有效的正则表达式</translation>
    </message>
    <message>
        <source>it is no answer to its question</source>
        <translation>不是其问题的有效答案</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>太长</translation>
    </message>
    <message>
        <source>there are too many</source>
        <translation>太多</translation>
    </message>
    <message>
        <source>An answer is needed</source>
        <translation>需要填写答案</translation>
    </message>
    <message>
        <source>A number is needed, such as 1 or -0.10</source>
        <translation>需要一个数字，例如 1 或 -0.10</translation>
    </message>
    <message>
        <source>One of these is needed: %1</source>
        <translation>需要以下之一：%1</translation>
    </message>
    <message>
        <source>true or false is needed</source>
        <translation>需要 true 或 false</translation>
    </message>
    <message>
        <source>A day is needed, such as 2026-11-24</source>
        <translation>需要一个日期，例如 2026-11-24</translation>
    </message>
    <message>
        <source>It has to look like %1</source>
        <translation>必须符合 %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>%1 and retry</source>
        <translation>%1并重试</translation>
    </message>
    <message>
        <source>%1 and promote</source>
        <translation>%1并提前执行</translation>
    </message>
    <message>
        <source>then retry</source>
        <translation>然后重试</translation>
    </message>
    <message>
        <source>then promote</source>
        <translation>然后提前执行</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>RefusalText</name>
    <message>
        <source>Jobs that wait or run are not listed.</source>
        <translation>等待中和运行中的任务未列出。</translation>
    </message>
    <message>
        <source>Completed and failed jobs are not listed, and not all delayed ones.</source>
        <translation>已完成和失败的任务未列出，延迟的任务也未全部列出。</translation>
    </message>
    <message>
        <source>Not all delayed and prioritized jobs are listed.</source>
        <translation>延迟和带优先级的任务未全部列出。</translation>
    </message>
    <message>
        <source>Names, times and errors of jobs are not known.</source>
        <translation>任务的名称、时间和错误未知。</translation>
    </message>
    <message>
        <source>Sizes of jobs are not known.</source>
        <translation>任务的大小未知。</translation>
    </message>
    <message>
        <source>When jobs are due is not known.</source>
        <translation>任务的到期时间未知。</translation>
    </message>
    <message>
        <source>Jobs that are gone cannot be told from others.</source>
        <translation>无法分辨已不存在的任务。</translation>
    </message>
    <message>
        <source>Jobs that no worker holds cannot be told from others.</source>
        <translation>无法分辨没有 worker 持有的任务。</translation>
    </message>
    <message>
        <source>Queues are told by what their keys answer; one that holds nothing yet may be missing.</source>
        <translation>队列由其键的应答来识别；尚无内容的队列可能缺失。</translation>
    </message>
    <message>
        <source>How many jobs there are is not known.</source>
        <translation>任务数量未知。</translation>
    </message>
    <message>
        <source>Which release wrote an old queue may not be known.</source>
        <translation>旧队列由哪个版本写入可能未知。</translation>
    </message>
    <message>
        <source>Some of what is shown here is not known.</source>
        <translation>此处显示的部分内容未知。</translation>
    </message>
    <message>
        <source>The Redis user may not send %1.</source>
        <translation>该 Redis 用户无权发送 %1。</translation>
    </message>
</context>
<context>
    <name>ReportNote</name>
    <message>
        <source>The job is completed: no worker will read it.</source>
        <translation>任务已完成：不会再有工作进程读取它。</translation>
    </message>
    <message>
        <source>All later runs of its scheduler get these data too.</source>
        <translation>其调度器之后的每次运行也会使用这些数据。</translation>
    </message>
    <message>
        <source>Only this one run of its scheduler gets these data.</source>
        <translation>仅调度器的这一次运行会使用这些数据。</translation>
    </message>
    <message>
        <source>The worker that runs it goes on with the old data.</source>
        <translation>正在执行它的工作进程仍使用旧数据。</translation>
    </message>
    <message>
        <source>The data are larger than the job&apos;s sizeLimit.</source>
        <translation>数据超过了任务的 sizeLimit。</translation>
    </message>
    <message>
        <source>No event was written: the Redis user may not use XADD.</source>
        <translation>未写入事件：该 Redis 用户没有 XADD 权限。</translation>
    </message>
    <message>
        <source>Somebody has changed the job again since.</source>
        <translation>之后又有人修改了该任务。</translation>
    </message>
    <message>
        <source>It was so before.</source>
        <translation>之前就已如此。</translation>
    </message>
    <message>
        <source>It has no attempts left: when it fails again, it stays failed.</source>
        <translation>已没有剩余重试次数：再次失败后将保持失败。</translation>
    </message>
    <message>
        <source>The write did arrive.</source>
        <translation>写入已生效。</translation>
    </message>
    <message>
        <source>The write did not arrive; nothing was changed.</source>
        <translation>写入未生效；未作任何修改。</translation>
    </message>
    <message>
        <source>Whether the write arrived could not be found out.</source>
        <translation>无法确定写入是否生效。</translation>
    </message>
    <message>
        <source>Look at it before you write it again.</source>
        <translation>再次写入前请先查看。</translation>
    </message>
    <message>
        <source>If BullMQ 5 runs its scheduler, all later runs get these data too; with BullMQ 6 only this one.</source>
        <translation>如果其调度器由 BullMQ 5 运行，之后的每次运行也会使用这些数据；如果是 BullMQ 6，则仅这一次使用。</translation>
    </message>
    <message>
        <source>The worker that runs it goes on with the old options.</source>
        <translation>正在运行它的工作进程继续使用旧选项。</translation>
    </message>
    <message>
        <source>All later runs of its scheduler get these options too.</source>
        <translation>其调度器之后的每次运行也会使用这些选项。</translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message>
        <source>it is gone</source>
        <translation>任务已不存在</translation>
    </message>
    <message>
        <source>another job bears this id now</source>
        <translation>此 ID 现在属于另一个任务</translation>
    </message>
    <message>
        <source>its data are over 1 MB</source>
        <translation>其数据超过 1 MB</translation>
    </message>
    <message>
        <source>a worker holds it</source>
        <translation>有 worker 正持有它</translation>
    </message>
    <message>
        <source>a worker has taken it meanwhile</source>
        <translation>期间已被 worker 取走</translation>
    </message>
    <message>
        <source>somebody else changed its data meanwhile</source>
        <translation>期间有人修改了它的数据</translation>
    </message>
    <message>
        <source>the same places have been changed since</source>
        <translation>之后同样的位置又被修改过</translation>
    </message>
    <message>
        <source>it is the next job of a scheduler</source>
        <translation>它是调度器的下一个任务</translation>
    </message>
    <message>
        <source>it looks like that already</source>
        <translation>它已经是这样</translation>
    </message>
    <message>
        <source>it would change a sensitive field, and nobody agreed to that</source>
        <translation>会修改敏感字段，而没有人同意这样做</translation>
    </message>
    <message>
        <source>the release of its library is not known for sure</source>
        <translation>其库的版本无法确定</translation>
    </message>
    <message>
        <source>its data are no valid JSON</source>
        <translation>其数据不是有效的 JSON</translation>
    </message>
    <message>
        <source>the value does not fit there</source>
        <translation>该值不适合该处</translation>
    </message>
    <message>
        <source>there is nothing at the path</source>
        <translation>该路径上没有内容</translation>
    </message>
    <message>
        <source>the path leads through what is not an object</source>
        <translation>路径经过的不是对象</translation>
    </message>
    <message>
        <source>the path leads through what is not a list</source>
        <translation>路径经过的不是列表</translation>
    </message>
    <message>
        <source>the list ends before the path</source>
        <translation>列表不到该路径就结束了</translation>
    </message>
    <message>
        <source>there is no number at the path</source>
        <translation>该路径上没有数字</translation>
    </message>
    <message>
        <source>the number would be too long</source>
        <translation>数字会过长</translation>
    </message>
    <message>
        <source>the new name is taken</source>
        <translation>新名称已被占用</translation>
    </message>
    <message>
        <source>the path leads to several places</source>
        <translation>该路径指向多处</translation>
    </message>
    <message>
        <source>a value cannot be moved into itself</source>
        <translation>值不能移动到自身之内</translation>
    </message>
    <message>
        <source>the regular expression cannot be read</source>
        <translation>无法解析该正则表达式</translation>
    </message>
    <message>
        <source>the regular expression takes too many steps on it</source>
        <translation>该正则表达式在其上步骤过多</translation>
    </message>
    <message>
        <source>a test of the patch fails</source>
        <translation>补丁中的一项 test 不成立</translation>
    </message>
    <message>
        <source>whether it was done could not be found out</source>
        <translation>无法查明是否已执行</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>被中断</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>jobs a second</comment>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1, the limit</source>
        <comment>200/s</comment>
        <translation>%1，已达上限</translation>
    </message>
    <message>
        <source>waits for %1 of this profile</source>
        <comment>200/s</comment>
        <translation>等待此配置的 %1 限速</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩 %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>在 %1 之后</translation>
    </message>
    <message>
        <source>stopped at %1</source>
        <translation>停在 %1</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>it has moved to another state</source>
        <translation>它已转入其他状态</translation>
    </message>
    <message>
        <source>it was not %1 any more</source>
        <comment>a state</comment>
        <translation>它已不是%1状态</translation>
    </message>
    <message>
        <source>somebody else changed its options meanwhile</source>
        <translation>其间有人更改了它的选项</translation>
    </message>
    <message>
        <source>the option has a form there that is not offered</source>
        <translation>该选项在那里的形式不支持更改</translation>
    </message>
    <message>
        <source>not possible in its state</source>
        <translation>在其状态下无法执行</translation>
    </message>
    <message>
        <source>not possible while it is %1</source>
        <comment>a state</comment>
        <translation>处于“%1”状态时无法执行</translation>
    </message>
</context>
<context>
    <name>SafeText</name>
    <message>
        <source>%1 in all</source>
        <translation>共 %1</translation>
    </message>
</context>
<context>
    <name>ScanSentences</name>
    <message>
        <source>there is no value</source>
        <translation>没有值</translation>
    </message>
    <message>
        <source>the text ends too early, a bracket is open</source>
        <translation>文本提前结束，有括号未闭合</translation>
    </message>
    <message>
        <source>a text has no closing quote</source>
        <translation>字符串缺少结束引号</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>缺少值</translation>
    </message>
    <message>
        <source>a key in double quotes is missing</source>
        <translation>缺少双引号括起的键</translation>
    </message>
    <message>
        <source>a colon is missing</source>
        <translation>缺少冒号</translation>
    </message>
    <message>
        <source>a comma is missing</source>
        <translation>缺少逗号</translation>
    </message>
    <message>
        <source>a comma before a closing bracket</source>
        <translation>右括号前有多余的逗号</translation>
    </message>
    <message>
        <source>this bracket closes something else</source>
        <translation>括号不匹配</translation>
    </message>
    <message>
        <source>this is no JSON value</source>
        <translation>不是 JSON 值</translation>
    </message>
    <message>
        <source>this is no JSON number</source>
        <translation>不是 JSON 数字</translation>
    </message>
    <message>
        <source>an unknown escape in a text</source>
        <translation>字符串中有未知的转义</translation>
    </message>
    <message>
        <source>a control character in a text has to be escaped</source>
        <translation>字符串中的控制字符必须转义</translation>
    </message>
    <message>
        <source>these bytes are no UTF-8</source>
        <translation>这些字节不是 UTF-8</translation>
    </message>
    <message>
        <source>a byte order mark stands before the text</source>
        <translation>文本前有字节顺序标记（BOM）</translation>
    </message>
    <message>
        <source>something stands behind the value</source>
        <translation>值之后还有多余内容</translation>
    </message>
    <message>
        <source>a shortened value may stand only where a value may stand</source>
        <translation>缩略值只能出现在值的位置</translation>
    </message>
    <message>
        <source>the text is too large</source>
        <translation>文本过大</translation>
    </message>
</context>
<context>
    <name>SearchReportText</name>
    <message>
        <source>the next %1 of %2 %3</source>
        <translation>%3 中接下来的 %1 个（共 %2 个）</translation>
    </message>
    <message>
        <source>the newest %1 of %2 %3</source>
        <translation>%3 中最新的 %1 个（共 %2 个）</translation>
    </message>
    <message>
        <source>%1 of %2 jobs, and stopped: more are not listed</source>
        <translation>%2 个任务中的 %1 个，随后停止：不再列出更多</translation>
    </message>
    <message numerus="yes">
        <source>all %Ln job(s)</source>
        <translation>
            <numerusform>全部 %Ln 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and so on in %n more state(s)</source>
        <translation>
            <numerusform>另有 %n 个状态也是如此</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 jobs: %2</source>
        <translation>%1 个任务：%2</translation>
    </message>
    <message>
        <source>The server does not allow sorting out there, so it was done by reading.</source>
        <translation>服务器不允许在其上筛选，因此改为读取后搜索。</translation>
    </message>
    <message>
        <source>This search leaves the server nothing to sort out, so it was done by reading.</source>
        <translation>此搜索没有可由服务器筛选的条件，因此改为读取后搜索。</translation>
    </message>
    <message>
        <source>The server sorted out.</source>
        <translation>已由服务器筛选。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found so far in %1. Looked at %2.</source>
        <translation>
            <numerusform>目前找到 %Ln 个，用时 %1。已查看%2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found in %1. Looked at %2.</source>
        <translation>
            <numerusform>用时 %1，找到 %Ln 个。查看了%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>The jobs moved faster than they could be read: some may have been passed over.</source>
        <translation>任务变动快于读取速度，可能遗漏了一些任务。</translation>
    </message>
    <message numerus="yes">
        <source>The regular expression gave up on %Ln text(s).</source>
        <translation>
            <numerusform>正则表达式放弃了 %Ln 段文字。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchText</name>
    <message>
        <source>there is no field &quot;%1&quot;.</source>
        <translation>没有字段“%1”。</translation>
    </message>
    <message>
        <source>an operator is missing after &quot;%1&quot;: = != : ~ &lt; &lt;= &gt; &gt;=.</source>
        <translation>“%1”之后缺少运算符：= != : ~ &lt; &lt;= &gt; &gt;=。</translation>
    </message>
    <message>
        <source>a value is missing.</source>
        <translation>缺少值。</translation>
    </message>
    <message>
        <source>a condition is missing here.</source>
        <translation>此处缺少条件。</translation>
    </message>
    <message>
        <source>this bracket is not closed.</source>
        <translation>此括号没有闭合。</translation>
    </message>
    <message>
        <source>this bracket was never opened.</source>
        <translation>此括号没有对应的左括号。</translation>
    </message>
    <message>
        <source>this quotation mark is not closed.</source>
        <translation>此引号没有闭合。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no path: write data.items[0].sku or data.&quot;my key&quot;.</source>
        <translation>“%1”不是路径：请写成 data.items[0].sku 或 data.&quot;my key&quot;。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time: write 2026-11-22, 2026-11-22T10:00, -1h or -7d.</source>
        <translation>“%1”不是时间：请写成 2026-11-22、2026-11-22T10:00、-1h 或 -7d。</translation>
    </message>
    <message>
        <source>there is no state &quot;%1&quot;.</source>
        <translation>没有状态“%1”。</translation>
    </message>
    <message>
        <source>the regular expression is wrong: %1.</source>
        <translation>正则表达式有误：%1。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no parts: only data, opts and result have.</source>
        <translation>“%1”没有下级字段：只有 data、opts 和 result 有。</translation>
    </message>
    <message>
        <source>there are too many brackets.</source>
        <translation>括号太多。</translation>
    </message>
    <message>
        <source>Column %1: </source>
        <translation>第 %1 列：</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>是不是 %1？</translation>
    </message>
</context>
<context>
    <name>SelectionText</name>
    <message>
        <source>%1: %2</source>
        <comment>a state and how many</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>times</comment>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>all used: %1</source>
        <translation>全部用尽：%1</translation>
    </message>
    <message>
        <source>some left: %1</source>
        <translation>尚有剩余：%1</translation>
    </message>
    <message>
        <source>largest %1</source>
        <translation>最大 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more name(s)</source>
        <translation>
            <numerusform>另有 %Ln 个名称</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more message(s)</source>
        <translation>
            <numerusform>另有 %Ln 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Counted from all %1</source>
        <translation>统计自全部 %1 个</translation>
    </message>
    <message numerus="yes">
        <source>Counted from the %Ln job(s) that have been read</source>
        <translation>
            <numerusform>统计自已读取的 %Ln 个任务</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerWords</name>
    <message>
        <source>replica</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>A replica takes no writes: what is shown is a copy.</source>
        <translation>副本不接受写入：所显示的是一份拷贝。</translation>
    </message>
    <message numerus="yes">
        <source>primary, %n replica(s)</source>
        <translation>
            <numerusform>主节点，%n 个副本</numerusform>
        </translation>
    </message>
    <message>
        <source>primary</source>
        <translation>主节点</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>eviction</source>
        <translation>淘汰策略</translation>
    </message>
    <message>
        <source>With %1 Redis may drop jobs when memory runs short: BullMQ needs noeviction.</source>
        <translation>使用 %1 时，Redis 可能在内存不足时丢弃任务：BullMQ 需要 noeviction。</translation>
    </message>
    <message>
        <source>the last save failed</source>
        <translation>上次保存失败</translation>
    </message>
    <message>
        <source>Redis could not write to its disk (MISCONF): it may refuse all writes until it can.</source>
        <translation>Redis 无法写入磁盘（MISCONF）：在能够写入之前，可能会拒绝所有写入。</translation>
    </message>
    <message>
        <source>saved by AOF</source>
        <translation>通过 AOF 保存</translation>
    </message>
    <message>
        <source>saved by snapshots</source>
        <translation>通过快照保存</translation>
    </message>
    <message>
        <source>clock agrees</source>
        <translation>时钟一致</translation>
    </message>
    <message>
        <source>clock differs by %1 s</source>
        <translation>时钟相差 %1 秒</translation>
    </message>
    <message>
        <source>clock differs by %1</source>
        <translation>时钟相差 %1</translation>
    </message>
    <message>
        <source>This machine&apos;s clock and the server&apos;s do not agree: times are shown by the server&apos;s.</source>
        <translation>本机时钟与服务器时钟不一致：时间按服务器时钟显示。</translation>
    </message>
    <message>
        <source>loading its data</source>
        <translation>正在加载数据</translation>
    </message>
    <message>
        <source>Redis answers when it has loaded them.</source>
        <translation>加载完成后 Redis 才会响应。</translation>
    </message>
    <message>
        <source>up %1</source>
        <translation>已运行 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n 个客户端</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>saved by snapshots, 5 min ago</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>not saved to disk</source>
        <translation>未保存到磁盘</translation>
    </message>
    <message>
        <source>Redis has written nothing to its disk since it started: what changed since then is lost when it ends.</source>
        <translation>Redis 自启动以来未向磁盘写入任何内容：它结束时，此后的更改都会丢失。</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Open the selected job in the editor (in the table)</source>
        <translation>在编辑器中打开所选任务（在表格中）</translation>
    </message>
    <message>
        <source>Back to the table (in the editor)</source>
        <translation>返回表格（在编辑器中）</translation>
    </message>
    <message>
        <source>State tab 1 to 9</source>
        <translation>第 1 至 9 个状态标签页</translation>
    </message>
    <message>
        <source>Next or previous tab of the job</source>
        <translation>任务的下一个或上一个标签页</translation>
    </message>
    <message>
        <source>Copy (in a list or the editor)</source>
        <translation>复制（在列表或编辑器中）</translation>
    </message>
</context>
<context>
    <name>TrialWords</name>
    <message>
        <source>whole document</source>
        <translation>整个文档</translation>
    </message>
    <message>
        <source>%1 added: %2</source>
        <translation>新增 %1：%2</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>%1 moved</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>it looks like this already</source>
        <translation>它已经是这样</translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation>任务已不存在</translation>
    </message>
    <message>
        <source>a worker holds it</source>
        <translation>有 worker 正持有它</translation>
    </message>
    <message>
        <source>its data are over 1 MB</source>
        <translation>其数据超过 1 MB</translation>
    </message>
</context>
<context>
    <name>oxp::AboutDialog</name>
    <message>
        <source>About Oxpecker</source>
        <translation>关于 Oxpecker</translation>
    </message>
    <message>
        <source>Looks after BullMQ queues: shows them, finds jobs, and edits their data without losing a byte. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>照看 BullMQ 队列：显示队列、查找任务、编辑任务数据而不丢失一个字节。自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。</translation>
    </message>
    <message>
        <source>The scripts of BullMQ and Bull are carried along under the MIT licence:</source>
        <translation>随附的 BullMQ 和 Bull 脚本采用 MIT 许可证：</translation>
    </message>
    <message>
        <source>Licence notices</source>
        <translation>许可声明</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>oxp::ActionSet</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>队列(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>任务(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>oxp::ActivityModel</name>
    <message>
        <source>%1 %2/s</source>
        <comment>a number and a unit: 12,000 keys/s</comment>
        <translation>%1 %2/秒</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩 %1</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
</context>
<context>
    <name>oxp::ActivityPanel</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
</context>
<context>
    <name>oxp::ActivityPiece</name>
    <message>
        <source>Activity under way</source>
        <translation>正在进行的活动</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>oxp::ActivityPlace</name>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
</context>
<context>
    <name>oxp::AlertCentre</name>
    <message numerus="yes">
        <source>%n job(s) failed within %1.</source>
        <translation>
            <numerusform>%1 内有 %n 个任务失败。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) stalled within %1.</source>
        <translation>
            <numerusform>%1 内有 %n 个任务停滞。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) wait, more than %1.</source>
        <translation>
            <numerusform>%n 个任务在等待，超过 %1 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>No worker has listened for %1.</source>
        <translation>已有 %1 没有 worker 监听。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a queue and its profile</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Alert: %1</source>
        <translation>提醒：%1</translation>
    </message>
    <message numerus="yes">
        <source>In each, %n or more job(s) failed within %1.</source>
        <translation>
            <numerusform>每个队列在 %1 内有 %n 个或更多任务失败。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In each, %n or more job(s) stalled within %1.</source>
        <translation>
            <numerusform>每个队列在 %1 内有 %n 个或更多任务停滞。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In each, more than %n job(s) wait.</source>
        <translation>
            <numerusform>每个队列都有超过 %n 个任务在等待。</numerusform>
        </translation>
    </message>
    <message>
        <source>No worker has listened to them for more than %1.</source>
        <translation>这些队列已有超过 %1 没有 worker 监听。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>queues</comment>
        <translation>
            <numerusform>%1 以及另外 %n 个队列</numerusform>
        </translation>
    </message>
    <message>
        <source>A job has waited for %1.</source>
        <translation>有任务已等待 %1。</translation>
    </message>
    <message>
        <source>In each, a job has waited for more than %1.</source>
        <translation>每个队列都有任务已等待超过 %1。</translation>
    </message>
</context>
<context>
    <name>oxp::AlertFlow</name>
    <message>
        <source>Show queue</source>
        <translation>显示队列</translation>
    </message>
    <message numerus="yes">
        <source>Alerts saved: %n rule(s) at work.</source>
        <translation>
            <numerusform>提醒已保存：%n 条规则生效。</numerusform>
        </translation>
    </message>
    <message>
        <source>Alerts saved: no rule is on, so nothing is told.</source>
        <translation>提醒已保存：没有启用的规则，因此不会发出提醒。</translation>
    </message>
</context>
<context>
    <name>oxp::AlertRuleRow</name>
    <message>
        <source>within</source>
        <translation>在</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rule is on</source>
        <translation>启用规则</translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation>删除规则</translation>
    </message>
    <message>
        <source>in</source>
        <translation>于</translation>
    </message>
    <message>
        <source>When</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Failed jobs rise by</source>
        <translation>失败任务增加</translation>
    </message>
    <message>
        <source>More jobs wait than</source>
        <translation>等待任务超过</translation>
    </message>
    <message>
        <source>No worker listens for</source>
        <translation>没有 worker 监听达</translation>
    </message>
    <message>
        <source>Stalled jobs rise by</source>
        <translation>停滞任务增加</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source> jobs</source>
        <translation> 个任务</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>each queue</source>
        <translation>每个队列</translation>
    </message>
    <message>
        <source>A job waits longer than</source>
        <translation>有任务等待超过</translation>
    </message>
</context>
<context>
    <name>oxp::AlertsDialog</name>
    <message>
        <source>Alerts</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>No rules yet.</source>
        <translation>还没有规则。</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>免打扰时段</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save alerts</source>
        <translation>保存提醒</translation>
    </message>
    <message>
        <source>While this profile is connected, a message tells when a rule begins to hold, also when the window is hidden; the queue is marked in the tree, and Activity lists it. Nothing in Redis is changed.</source>
        <translation>此配置连接期间，规则开始成立时会弹出消息提醒，窗口隐藏时也一样；队列会在树中标记，“活动”中也会列出。Redis 中的内容不会改变。</translation>
    </message>
    <message>
        <source>Then only in the tree and in Activity; what still holds is told afterwards.</source>
        <translation>此时只显示在树和“活动”中；之后仍成立的会再提醒。</translation>
    </message>
</context>
<context>
    <name>oxp::AnswersDialog</name>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Show the changes</source>
        <translation>显示更改</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>尚未写入任何内容。</translation>
    </message>
</context>
<context>
    <name>oxp::Application</name>
    <message>
        <source>Looks after BullMQ queues.</source>
        <translation>查看和管理 BullMQ 队列。</translation>
    </message>
    <message>
        <source>Open the demo: a private Redis with made-up jobs</source>
        <translation>打开演示：一个带有虚构任务的私有 Redis</translation>
    </message>
    <message>
        <source>Do not hand over to a window that is open already</source>
        <translation>不转交给已打开的窗口</translation>
    </message>
    <message>
        <source>Folder for settings, records and drafts</source>
        <translation>存放设置、记录和草稿的文件夹</translation>
    </message>
    <message>
        <source>Language: en or zh_CN</source>
        <translation>语言：en 或 zh_CN</translation>
    </message>
    <message>
        <source>light or dark</source>
        <translation>light（浅色）或 dark（深色）</translation>
    </message>
    <message>
        <source>Write a picture of the window and end</source>
        <translation>将窗口保存为图片后退出</translation>
    </message>
    <message>
        <source>Size of the window, such as 1440x900</source>
        <translation>窗口大小，例如 1440x900</translation>
    </message>
    <message>
        <source>The data folder %1 cannot be used: %2</source>
        <translation>无法使用数据文件夹 %1：%2</translation>
    </message>
    <message>
        <source>Another Oxpecker uses the folder %1.</source>
        <translation>另一个 Oxpecker 正在使用文件夹 %1。</translation>
    </message>
    <message>
        <source>redis://…, rediss://… or unix://… to open</source>
        <translation>要打开的 redis://…、rediss://… 或 unix://…</translation>
    </message>
    <message>
        <source>Read the URL&apos;s password from standard input</source>
        <translation>从标准输入读取 URL 的密码</translation>
    </message>
    <message>
        <source>--password-stdin needs a URL whose password it is.</source>
        <translation>--password-stdin 需要一个 URL，密码用于该 URL。</translation>
    </message>
</context>
<context>
    <name>oxp::ArgumentForm</name>
    <message>
        <source>A whole number is needed here</source>
        <translation>此处需要整数</translation>
    </message>
    <message>
        <source>%1 is the least</source>
        <translation>最小为 %1</translation>
    </message>
    <message>
        <source>This is too long</source>
        <translation>内容过长</translation>
    </message>
    <message>
        <source>%1 is the most</source>
        <translation>最大为 %1</translation>
    </message>
    <message>
        <source>Choose one of those that are offered</source>
        <translation>请从提供的选项中选择</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>oxp::AttemptsModel</name>
    <message>
        <source>An earlier attempt</source>
        <translation>更早的一次尝试</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier attempts</source>
        <translation>
            <numerusform>更早的 %n 次尝试</numerusform>
        </translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>第 %1 次尝试</translation>
    </message>
    <message>
        <source>Attempts %1</source>
        <translation>第 %1 次尝试</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n earlier</source>
        <translation>
            <numerusform>%1及更早的 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>the same trace twice</source>
        <translation>相同的堆栈跟踪出现两次</translation>
    </message>
    <message numerus="yes">
        <source>the same trace %n times</source>
        <translation>
            <numerusform>相同的堆栈跟踪出现 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>the same error from another place</source>
        <translation>相同的错误，来自另一处</translation>
    </message>
    <message>
        <source>another error, so the cause may have changed</source>
        <translation>不同的错误，原因可能已改变</translation>
    </message>
    <message>
        <source>node_modules and node:internal</source>
        <translation>node_modules 和 node:internal</translation>
    </message>
    <message numerus="yes">
        <source>%n built-in frame(s)</source>
        <translation>
            <numerusform>%n 个内置栈帧</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) of %1</source>
        <translation>
            <numerusform>%1 的 %n 个栈帧</numerusform>
        </translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>位于 %1 和 %2 之间</translation>
    </message>
    <message>
        <source>The last failure</source>
        <translation>最近一次失败</translation>
    </message>
    <message>
        <source>This line has %1 characters.</source>
        <translation>此行有 %1 个字符。</translation>
    </message>
    <message numerus="yes">
        <source>%L1 more line(s)</source>
        <translation>
            <numerusform>还有 %L1 行</numerusform>
        </translation>
    </message>
    <message>
        <source>no trace was kept; the reason stands above</source>
        <translation>没有保留堆栈跟踪；原因见上方</translation>
    </message>
    <message>
        <source>own frame %1</source>
        <translation>自有栈帧 %1</translation>
    </message>
    <message>
        <source>frame %1, %2</source>
        <translation>栈帧 %1，%2</translation>
    </message>
    <message>
        <source>Return shows all of it</source>
        <translation>按回车显示全部</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>堆栈跟踪</translation>
    </message>
</context>
<context>
    <name>oxp::AttemptsView</name>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <extracomment>%1 is a size, such as 1.2 MB</extracomment>
        <translation>显示全部 %1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save to file…</source>
        <translation>保存到文件…</translation>
    </message>
    <message>
        <source>Save to file</source>
        <translation>保存到文件</translation>
    </message>
    <message>
        <source>Copy this trace</source>
        <translation>复制此堆栈跟踪</translation>
    </message>
    <message>
        <source>Stack trace</source>
        <translation>堆栈跟踪</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is an attempt, %2 the beginning of one of its lines</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>oxp::Banner</name>
    <message>
        <source>Show one</source>
        <translation>只显示一条</translation>
    </message>
    <message>
        <source>Show the newest notice only</source>
        <translation>只显示最新的通知</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more notice(s)</source>
        <translation>
            <numerusform>另有 %n 条通知</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::BulkEditDialog</name>
    <message>
        <source>trying…</source>
        <translation>正在试算…</translation>
    </message>
    <message>
        <source>Parts of the edit</source>
        <translation>编辑的各部分</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>预览…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Nothing has been written.</source>
        <translation>尚未写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing has been written. %1.</source>
        <translation>尚未写入任何内容。%1。</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>the preview looks at all of them</source>
        <translation>预览会检查全部任务</translation>
    </message>
    <message>
        <source>The jobs to try it on could not be read. %1</source>
        <translation>无法读取用于试算的任务。%1</translation>
    </message>
    <message>
        <source>Reading the newest jobs…</source>
        <translation>正在读取最新的任务…</translation>
    </message>
    <message>
        <source>There are no jobs to try it on.</source>
        <translation>没有可用于试算的任务。</translation>
    </message>
    <message>
        <source>Write a change to see it on the newest jobs.</source>
        <translation>写下一项修改，即可在最新的任务上看到效果。</translation>
    </message>
    <message>
        <source>%1. Samples show once all changes are whole.</source>
        <translation>%1。所有修改都完整后会显示样例。</translation>
    </message>
    <message numerus="yes">
        <source>Tried on all %n</source>
        <translation>
            <numerusform>已在全部 %n 个上试算</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried on the first %n</source>
        <translation>
            <numerusform>已在前 %n 个上试算</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried on the newest %n</source>
        <translation>
            <numerusform>已在最新 %n 个上试算</numerusform>
        </translation>
    </message>
    <message>
        <source>Esc keeps what you have written. Cancel leaves it.</source>
        <translation>Esc 不会丢弃您所写的内容。按“取消”才会离开。</translation>
    </message>
</context>
<context>
    <name>oxp::BulkFlow</name>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>The edits, job by job, as long as nobody has changed the same places again.</source>
        <translation>可逐个任务撤销编辑，前提是同样的位置未再被修改。</translation>
    </message>
    <message>
        <source>None: what is removed cannot be brought back.</source>
        <translation>不可撤销：移除的内容无法恢复。</translation>
    </message>
    <message>
        <source>None: workers may take these jobs at once.</source>
        <translation>不可撤销：worker 可能立即取走这些任务。</translation>
    </message>
    <message>
        <source>Each job is edited by itself, and every other byte of it stays. One that somebody else changes meanwhile is left as it is.</source>
        <translation>逐个编辑任务，其余字节一律不变。期间被他人修改的任务保持原样。</translation>
    </message>
    <message>
        <source>Each job is dealt with by itself. One that has moved meanwhile, or is another job of the same id by then, is left alone.</source>
        <translation>逐个处理任务。期间已移动的，或同一 ID 已是另一个任务的，一律不动。</translation>
    </message>
    <message>
        <source>would change</source>
        <translation>将被修改</translation>
    </message>
    <message>
        <source>would be done</source>
        <translation>将被执行</translation>
    </message>
    <message>
        <source>%1 left alone</source>
        <translation>%1 个未动</translation>
    </message>
    <message>
        <source>%1 changed by somebody else and kept</source>
        <translation>%1 个被他人修改，已保留</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 个被拒绝</translation>
    </message>
    <message>
        <source>%1 that nobody can tell about</source>
        <translation>%1 个结果不明</translation>
    </message>
    <message>
        <source>%1 not done</source>
        <translation>%1 个未执行</translation>
    </message>
    <message>
        <source>%1 still to be done</source>
        <translation>%1 个待执行</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>%1: done for %2.</source>
        <translation>%1：已对 %2执行。</translation>
    </message>
    <message>
        <source>%1 was broken off.</source>
        <translation>%1已中断。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>The local store would need about %1 for this run, and keeps %2. Choose fewer jobs.</source>
        <translation>此次运行约需本地存储 %1，而其上限为 %2。请选择较少的任务。</translation>
    </message>
    <message>
        <source>The edits, job by job, as long as nobody has changed the same places again; not what follows them: workers may take these jobs at once.</source>
        <translation>逐个任务撤销编辑，只要没有人再次改动相同的位置；编辑之后的操作无法撤销：工作进程可能会立即取走这些任务。</translation>
    </message>
    <message>
        <source>Each job is edited by itself, then this is done to it: %1. It is done to no job that was not edited, and every other byte stays.</source>
        <translation>逐个编辑任务，然后对其执行：%1。未被编辑的任务不会执行，其余字节保持不变。</translation>
    </message>
    <message>
        <source>%1 left alone, or edited only</source>
        <translation>%1 个未处理，或仅编辑</translation>
    </message>
</context>
<context>
    <name>oxp::BulkPreviewDialog</name>
    <message>
        <source>What becomes of them</source>
        <translation>它们会怎样</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>哪些</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>For all writes through this profile together, from now on. 0 is no limit.</source>
        <translation>从现在起对此配置的所有写入合计。0 表示不限。</translation>
    </message>
    <message>
        <source>jobs a second</source>
        <translation>个任务/秒</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking at each job. Nothing has been written.</source>
        <translation>正在检查每个任务。尚未写入任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln job(s)</source>
        <translation>
            <numerusform>%1 %Ln 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Chosen at %1. Jobs that come later are not touched.</source>
        <translation>选定于 %1。之后到来的任务不受影响。</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>The jobs are being looked at</source>
        <translation>正在检查任务</translation>
    </message>
    <message>
        <source>There is no job that it could be done to</source>
        <translation>没有可执行此操作的任务</translation>
    </message>
    <message>
        <source>needs about %1 of %2 in the local store</source>
        <translation>约需本地存储 %2 中的 %1</translation>
    </message>
    <message>
        <source>more than the %1 that are usual here</source>
        <translation>超过此处通常的 %1</translation>
    </message>
</context>
<context>
    <name>oxp::CancelRunDialog</name>
    <message>
        <source>Cancel the run</source>
        <translation>取消运行</translation>
    </message>
    <message>
        <source>%1 of %2 jobs have been dealt with, and that stays. The %3 that are left stay as they are: the run cannot go on afterwards.</source>
        <translation>%2 个任务中已处理 %1 个，结果保留。剩下的 %3 个保持原样：此运行之后不能再继续。</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>让它继续</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留它</translation>
    </message>
</context>
<context>
    <name>oxp::CertificateDialog</name>
    <message>
        <source>Certificate problem</source>
        <translation>证书问题</translation>
    </message>
    <message>
        <source>%1, answered in %2 ms</source>
        <translation>%1，%2 毫秒后响应</translation>
    </message>
    <message>
        <source>The server shows another certificate than the pinned one. No name, password or command was sent.</source>
        <translation>服务器出示的证书与固定的证书不同。未发送任何用户名、密码或命令。</translation>
    </message>
    <message>
        <source>The certificate does not prove that this is your server. No name, password or command was sent.</source>
        <translation>该证书不能证明这是你的服务器。未发送任何用户名、密码或命令。</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现的情况</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>复制指纹</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>Pin nothing any more</source>
        <translation>不再固定证书</translation>
    </message>
    <message>
        <source>The certificate passes every check. Renewals go on working.</source>
        <translation>该证书通过了所有检查。续期后的证书仍会被接受。</translation>
    </message>
    <message>
        <source>Trust a certificate authority of your own</source>
        <translation>信任你自己的证书颁发机构</translation>
    </message>
    <message>
        <source>A file with %1, for this profile only. The best way: renewals go on working.</source>
        <translation>包含 %1 的文件，仅用于此配置。最佳方式：续期后的证书仍会被接受。</translation>
    </message>
    <message>
        <source>A file with it, for this profile only. The best way: renewals go on working.</source>
        <translation>包含该机构证书的文件，仅用于此配置。最佳方式：续期后的证书仍会被接受。</translation>
    </message>
    <message>
        <source>Verify the name %1</source>
        <translation>验证名称 %1</translation>
    </message>
    <message>
        <source>Verify another name</source>
        <translation>验证其他名称</translation>
    </message>
    <message>
        <source>The address stays %1.</source>
        <translation>地址仍为 %1。</translation>
    </message>
    <message>
        <source>The address stays %1. Helps with the name only, not with the issuer.</source>
        <translation>地址仍为 %1。只能解决名称问题，不能解决颁发者问题。</translation>
    </message>
    <message>
        <source>Verify the name</source>
        <translation>验证名称</translation>
    </message>
    <message>
        <source>Name to verify</source>
        <translation>要验证的名称</translation>
    </message>
    <message>
        <source>Pin exactly this certificate for this profile</source>
        <translation>为此配置仅固定这一张证书</translation>
    </message>
    <message>
        <source>Any other is refused, a renewed one too. The pin shows in the status bar.</source>
        <translation>其他证书一律拒绝，续期后的证书也不例外。状态栏会显示已固定。</translation>
    </message>
    <message>
        <source>Any other is refused, the renewed one of %1 too. The pin shows in the status bar.</source>
        <translation>其他证书一律拒绝，%1 续期的证书也不例外。状态栏会显示已固定。</translation>
    </message>
    <message>
        <source>Pin exactly this certificate</source>
        <translation>仅固定这一张证书</translation>
    </message>
    <message>
        <source>Last 4 bytes of the fingerprint</source>
        <translation>指纹的最后 4 个字节</translation>
    </message>
    <message>
        <source>Last 4 bytes of the fingerprint, from the server&apos;s owner</source>
        <translation>指纹的最后 4 个字节，由服务器所有者提供</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose CA file…</source>
        <translation>选择 CA 文件…</translation>
    </message>
    <message>
        <source>Asked again when it changes.</source>
        <translation>证书变化时会再次询问。</translation>
    </message>
    <message>
        <source>Choose a way first</source>
        <translation>请先选择一种方式</translation>
    </message>
    <message>
        <source>Type the last 4 bytes of the fingerprint first</source>
        <translation>请先输入指纹的最后 4 个字节</translation>
    </message>
    <message>
        <source>Pin certificate</source>
        <translation>固定证书</translation>
    </message>
    <message>
        <source>Verify this name</source>
        <translation>验证此名称</translation>
    </message>
    <message>
        <source>Pin nothing</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>证书颁发机构</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>证书 (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>oxp::ChangeRow</name>
    <message>
        <source>to</source>
        <translation>为</translation>
    </message>
    <message>
        <source>by</source>
        <translation>加</translation>
    </message>
    <message>
        <source>%1 is no number in JSON: it becomes the text “%1”</source>
        <translation>%1 在 JSON 中不是数字：将成为文本“%1”</translation>
    </message>
    <message>
        <source>JSON has only true, false and null: this becomes the text “%1”</source>
        <translation>JSON 只有 true、false 和 null：这将成为文本“%1”</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>With</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Regular expression; \1 to \9 stand for its groups</source>
        <translation>正则表达式；\1 到 \9 代表各分组</translation>
    </message>
    <message>
        <source>Remove change</source>
        <translation>移除此修改</translation>
    </message>
    <message>
        <source>as text</source>
        <translation>作为文本</translation>
    </message>
</context>
<context>
    <name>oxp::ChangeRows</name>
    <message>
        <source>Changes to make</source>
        <translation>要做的修改</translation>
    </message>
    <message>
        <source>Add change</source>
        <translation>添加修改</translation>
    </message>
    <message>
        <source>made in this order</source>
        <translation>按此顺序进行</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move a change</source>
        <translation>Alt+上 和 Alt+下 可移动修改</translation>
    </message>
    <message>
        <source>Change %1 lacks %2</source>
        <translation>修改 %1 缺少%2</translation>
    </message>
    <message>
        <source>Change %1 is wrong</source>
        <translation>修改 %1 有误</translation>
    </message>
    <message>
        <source>No change yet</source>
        <translation>还没有修改</translation>
    </message>
</context>
<context>
    <name>oxp::ChangeValueDialog</name>
    <message>
        <source>Change value</source>
        <translation>修改值</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stored as text; quotes and escapes are added by themselves.</source>
        <translation>按文本保存；引号和转义会自动添加。</translation>
    </message>
    <message>
        <source>Stored exactly as typed. For a text put it in double quotes.</source>
        <translation>按输入原样保存。文本请加双引号。</translation>
    </message>
    <message>
        <source>This is no JSON value: a number, true, false, null, or a text in double quotes.</source>
        <translation>不是 JSON 值：应为数字、true、false、null 或双引号括起的文本。</translation>
    </message>
    <message>
        <source>The value is masked; type the new one</source>
        <translation>值已遮盖；请输入新值</translation>
    </message>
</context>
<context>
    <name>oxp::ChangesEditor</name>
    <message>
        <source>Change %1: %2</source>
        <translation>修改 %1：%2</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Changes as JSON</source>
        <translation>JSON 形式的修改</translation>
    </message>
    <message>
        <source>No change yet</source>
        <translation>还没有修改</translation>
    </message>
    <message>
        <source>Show as rows</source>
        <translation>以行显示</translation>
    </message>
    <message>
        <source>Show as JSON</source>
        <translation>以 JSON 显示</translation>
    </message>
</context>
<context>
    <name>oxp::ChangesModel</name>
    <message>
        <source>whole document</source>
        <translation>整个文档</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>other spelling</source>
        <translation>写法不同</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>sensitive</source>
        <translation>敏感</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>修改后</translation>
    </message>
    <message>
        <source>important</source>
        <translation>重要</translation>
    </message>
</context>
<context>
    <name>oxp::ChooseQueuesDialog</name>
    <message>
        <source>Queues to search</source>
        <translation>要搜索的队列</translation>
    </message>
    <message>
        <source>Filter queues</source>
        <translation>筛选队列</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Search these</source>
        <translation>搜索这些队列</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>oxp::ClosingGuard</name>
    <message>
        <source>Typed text could not be kept on disk; it is in memory only.</source>
        <translation>输入的文本无法保存到磁盘；仅保留在内存中。</translation>
    </message>
    <message>
        <source>Copy it before you close Oxpecker, or make room: it is written as soon as that works.</source>
        <translation>请在关闭 Oxpecker 前复制它，或腾出空间：一旦可以写入，就会写入磁盘。</translation>
    </message>
    <message>
        <source>Typed text is kept in memory only.</source>
        <translation>输入的文本仅保留在内存中。</translation>
    </message>
    <message>
        <source>It holds sensitive values, and there is no keychain to seal them with. Save it before you close Oxpecker.</source>
        <translation>其中包含敏感值，而没有可用于加密的钥匙串。请在关闭 Oxpecker 前保存。</translation>
    </message>
    <message>
        <source>Closing would lose text that is not saved.</source>
        <translation>关闭窗口会丢失未保存的文本。</translation>
    </message>
    <message>
        <source>Unsaved text</source>
        <translation>未保存的文本</translation>
    </message>
    <message>
        <source>The text is in memory only, because the folder for local records cannot be written.</source>
        <translation>文本仅保留在内存中，因为无法写入本地记录的文件夹。</translation>
    </message>
    <message>
        <source>The text is in memory only: it holds sensitive values, and there is no keychain to seal them with.</source>
        <translation>文本仅保留在内存中：其中包含敏感值，而没有可用于加密的钥匙串。</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>关闭并放弃</translation>
    </message>
</context>
<context>
    <name>oxp::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>An action, a queue, or the id of a job</source>
        <translation>操作、队列或任务 ID</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>匹配项</translation>
    </message>
    <message>
        <source>No action, queue or job is called that.</source>
        <translation>没有这个名称的操作、队列或任务。</translation>
    </message>
</context>
<context>
    <name>oxp::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>oxp::ConflictDialog</name>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Somebody wrote this job while you edited it. Nothing of yours has been written yet.</source>
        <translation>你编辑期间有人写入了此任务。你的修改尚未写入。</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>合并结果</translation>
    </message>
    <message>
        <source>this is what will be written; edit it freely</source>
        <translation>将写入的内容；可自由编辑</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>your edit, not saved</source>
        <translation>你的编辑，未保存</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>what is in Redis now</source>
        <translation>Redis 中的现有内容</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Take mine</source>
        <translation>采用我的</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>Previous conflict</source>
        <translation>上一个冲突</translation>
    </message>
    <message>
        <source>Next conflict</source>
        <translation>下一个冲突</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>保留对方的</translation>
    </message>
    <message>
        <source>Save merged</source>
        <translation>保存合并结果</translation>
    </message>
    <message>
        <source>One of the versions is not valid JSON; they cannot be merged by place.</source>
        <translation>其中一个版本不是有效的 JSON，无法逐处合并。</translation>
    </message>
    <message>
        <source>No conflicts: both sides changed different places, and all of it is taken.</source>
        <translation>没有冲突：双方修改了不同的位置，已全部采用。</translation>
    </message>
    <message>
        <source>Choose a side for each conflict first</source>
        <translation>请先为每个冲突选择一方</translation>
    </message>
    <message>
        <source>The merged text is not valid JSON</source>
        <translation>合并后的文本不是有效的 JSON</translation>
    </message>
    <message>
        <source>Job changed meanwhile</source>
        <translation>任务在此期间被修改</translation>
    </message>
    <message>
        <source>You have edited the merged text; undo that to choose again</source>
        <translation>你已编辑合并后的文本；撤销后才能重新选择</translation>
    </message>
    <message>
        <source>Conflict %1 of %2</source>
        <translation>冲突 %1/%2</translation>
    </message>
    <message>
        <source>whole document</source>
        <translation>整个文档</translation>
    </message>
    <message>
        <source>was not there</source>
        <translation>原先不存在</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>原为 %1</translation>
    </message>
    <message>
        <source>%1; mine taken</source>
        <translation>%1；采用我的</translation>
    </message>
    <message>
        <source>%1; theirs taken</source>
        <translation>%1；采用对方的</translation>
    </message>
    <message>
        <source>the same as what is in Redis now</source>
        <translation>与 Redis 中的现有内容相同</translation>
    </message>
    <message numerus="yes">
        <source>writes %1 and %n more; edit it freely</source>
        <translation>
            <numerusform>将写入 %1 和另外 %n 处；可自由编辑</numerusform>
        </translation>
    </message>
    <message>
        <source>writes %1; edit it freely</source>
        <translation>将写入 %1；可自由编辑</translation>
    </message>
    <message>
        <source>Still comparing</source>
        <translation>仍在比较</translation>
    </message>
    <message>
        <source>This connection may not write it</source>
        <translation>此连接无权写入</translation>
    </message>
</context>
<context>
    <name>oxp::ConnectionAsking</name>
    <message>
        <source>%1 refuses the password.</source>
        <translation>%1 拒绝了该密码。</translation>
    </message>
    <message>
        <source>%1 asks for a password.</source>
        <translation>%1 需要密码。</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>输入密码…</translation>
    </message>
    <message>
        <source>The passphrase does not unlock the key of %1.</source>
        <translation>密码短语无法解锁 %1 的私钥。</translation>
    </message>
    <message>
        <source>The key of %1 is encrypted.</source>
        <translation>%1 的私钥已加密。</translation>
    </message>
    <message>
        <source>Enter passphrase…</source>
        <translation>输入密码短语…</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the pinned one.</source>
        <translation>%1 出示的证书与固定的证书不同。</translation>
    </message>
    <message>
        <source>The certificate of %1 is not accepted.</source>
        <translation>%1 的证书未被接受。</translation>
    </message>
    <message>
        <source>Look at the certificate…</source>
        <translation>查看证书…</translation>
    </message>
</context>
<context>
    <name>oxp::ConnectionDetails</name>
    <message>
        <source>Edit as a form</source>
        <translation>以表单编辑</translation>
    </message>
    <message>
        <source>Connection details</source>
        <translation>连接详情</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>label, value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>the default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>%1 is not known here</source>
        <translation>此处不知道 %1 的值</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>前缀</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>none; asked for when Redis wants one</source>
        <translation>无；Redis 需要时会询问</translation>
    </message>
    <message>
        <source>goes to the keychain</source>
        <translation>将保存到钥匙串</translation>
    </message>
    <message>
        <source>kept in memory only</source>
        <translation>仅保留在内存中</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>nothing is encrypted on the way</source>
        <translation>传输过程中不加密</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>checked against this system&apos;s roots</source>
        <translation>根据本系统的根证书检查</translation>
    </message>
    <message>
        <source>checked against %1</source>
        <translation>根据 %1 检查</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>only the pinned certificate is taken</source>
        <translation>仅接受固定的证书</translation>
    </message>
    <message>
        <source>Verify name</source>
        <translation>验证名称</translation>
    </message>
    <message>
        <source>Server name</source>
        <translation>服务器名称</translation>
    </message>
</context>
<context>
    <name>oxp::ConnectionEntry</name>
    <message>
        <source>Connect to</source>
        <translation>连接到</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>Empty the field</source>
        <translation>清空输入框</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已略去</translation>
    </message>
    <message>
        <source>A URL, host:port, a redis-cli line, an ioredis or BullMQ connection object, or REDIS_URL=…</source>
        <translation>URL、host:port、redis-cli 命令行、ioredis 或 BullMQ 的连接对象，或 REDIS_URL=…</translation>
    </message>
    <message>
        <source>Edit as a form</source>
        <translation>以表单编辑</translation>
    </message>
</context>
<context>
    <name>oxp::ConnectionPlace</name>
    <message>
        <source>Not connected.</source>
        <translation>未连接。</translation>
    </message>
    <message>
        <source>What you see may be old; typed text is kept.</source>
        <translation>所见内容可能已过时；输入的文本已保留。</translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation>立即重连</translation>
    </message>
    <message>
        <source>Look at the certificate…</source>
        <translation>查看证书…</translation>
    </message>
    <message>
        <source>%1 is not connected.</source>
        <translation>%1 未连接。</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>正在连接 %1…</translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation>连接…</translation>
    </message>
</context>
<context>
    <name>oxp::ConnectionsDialog</name>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Add connection</source>
        <translation>添加连接</translation>
    </message>
    <message>
        <source>Duplicate profile</source>
        <translation>复制配置</translation>
    </message>
    <message>
        <source>Remove profile</source>
        <translation>移除配置</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save profile</source>
        <translation>保存配置</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>%1, connected</source>
        <translation>%1，已连接</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 副本</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>移除 %1？</translation>
    </message>
    <message>
        <source>The queues in Redis stay as they are.</source>
        <translation>Redis 中的队列保持不变。</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>正在尝试…</translation>
    </message>
    <message>
        <source>Look at the certificate…</source>
        <translation>查看证书…</translation>
    </message>
</context>
<context>
    <name>oxp::ConsentFields</name>
    <message>
        <source>The job is running</source>
        <translation>任务正在执行</translation>
    </message>
    <message>
        <source>Type to confirm</source>
        <translation>输入以确认</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Kept in History together with your name and both versions.</source>
        <translation>将与你的名字和两个版本一起保存在“历史”中。</translation>
    </message>
    <message>
        <source>Tick that the job is running</source>
        <translation>请勾选“任务正在执行”</translation>
    </message>
    <message>
        <source>Type %1 first</source>
        <translation>请先输入 %1</translation>
    </message>
    <message>
        <source>Give a reason first</source>
        <translation>请先填写原因</translation>
    </message>
    <message>
        <source>Tick %1 first</source>
        <translation>请先勾选%1</translation>
    </message>
</context>
<context>
    <name>oxp::CountTabBar</name>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>oxp::DataPane</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Save and retry</source>
        <translation>保存并重试</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式化</translation>
    </message>
    <message>
        <source>Minify</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>Job data</source>
        <translation>任务数据</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Loading was cancelled</source>
        <translation>已取消加载</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>Nothing to save.</source>
        <translation>没有需要保存的内容。</translation>
    </message>
    <message>
        <source>The data say what is stored already; nothing was written.</source>
        <translation>数据与已存储的一致；未写入任何内容。</translation>
    </message>
    <message>
        <source>Reverted.</source>
        <translation>已还原。</translation>
    </message>
    <message>
        <source>The data are as they were before that change.</source>
        <translation>数据已还原到那次修改之前。</translation>
    </message>
    <message>
        <source>This job is missing</source>
        <translation>任务缺失</translation>
    </message>
    <message>
        <source>This job is gone.</source>
        <translation>任务已不存在。</translation>
    </message>
    <message>
        <source>It was removed or cleaned up. Your text is kept.</source>
        <translation>它已被移除或清理。你的文本已保留。</translation>
    </message>
    <message>
        <source>It was removed or cleaned up.</source>
        <translation>它已被移除或清理。</translation>
    </message>
    <message>
        <source>Loading %1 of %2</source>
        <translation>正在加载 %1 / %2</translation>
    </message>
    <message>
        <source>No data.</source>
        <translation>没有数据。</translation>
    </message>
    <message>
        <source>Workers read {}.</source>
        <translation>工作进程会读到 {}。</translation>
    </message>
    <message>
        <source>Put {}</source>
        <translation>填入 {}</translation>
    </message>
    <message>
        <source>Not valid JSON: %1.</source>
        <translation>不是有效的 JSON：%1。</translation>
    </message>
    <message>
        <source>Workers cannot fetch this job; it stays in active.</source>
        <translation>工作进程无法取走此任务；它会停留在“执行中”。</translation>
    </message>
    <message>
        <source>Not text in UTF-8.</source>
        <translation>不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>Shown as bytes, read only.</source>
        <translation>以字节显示，只读。</translation>
    </message>
    <message>
        <source>Unsaved text from %1.</source>
        <translation>%1 的未保存文本。</translation>
    </message>
    <message>
        <source>The job has not changed since.</source>
        <translation>任务此后没有变化。</translation>
    </message>
    <message>
        <source>The job has changed since; saving compares both.</source>
        <translation>任务此后已有变化；保存时会比较两者。</translation>
    </message>
    <message>
        <source>Restore draft</source>
        <translation>恢复草稿</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>放弃草稿</translation>
    </message>
    <message>
        <source>Changed on the server.</source>
        <translation>服务器上的内容已变化。</translation>
    </message>
    <message>
        <source>Your text is kept.</source>
        <translation>你的文本已保留。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>whole document</source>
        <translation>整个文档</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform>，另有 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The data are still loading.</source>
        <translation>数据仍在加载。</translation>
    </message>
    <message>
        <source>This queue can only be read.</source>
        <translation>此队列只能读取。</translation>
    </message>
    <message>
        <source>This connection is for viewing only.</source>
        <translation>此连接只能查看。</translation>
    </message>
    <message>
        <source>Bytes that are no text cannot be edited here.</source>
        <translation>非文本的字节不能在此编辑。</translation>
    </message>
    <message>
        <source>The local record of changes cannot be written, so writing is off.</source>
        <translation>无法写入本地修改记录，因此已停用写入。</translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation>没有任何修改。</translation>
    </message>
    <message>
        <source>The text is not valid JSON yet.</source>
        <translation>文本还不是有效的 JSON。</translation>
    </message>
    <message>
        <source>The job is gone; your text is kept.</source>
        <translation>任务已不存在；你的文本已保留。</translation>
    </message>
    <message>
        <source>A save is under way.</source>
        <translation>正在保存。</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>保存 (Ctrl+S)</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>没有数据</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>转到行</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Save value to file</source>
        <translation>将值保存到文件</translation>
    </message>
    <message>
        <source>Replace value from file</source>
        <translation>用文件替换值</translation>
    </message>
    <message>
        <source>Preparing %1</source>
        <translation>正在准备 %1</translation>
    </message>
    <message>
        <source>Save to file</source>
        <translation>保存到文件</translation>
    </message>
    <message>
        <source>Replace from file</source>
        <translation>用文件替换</translation>
    </message>
    <message>
        <source>This value is too long for one line; use Replace value from file.</source>
        <translation>该值太长，无法在一行中编辑；请使用“用文件替换值”。</translation>
    </message>
    <message>
        <source>The text was loaded anew meanwhile; the value was not changed.</source>
        <translation>文本在此期间已重新加载；该值未修改。</translation>
    </message>
    <message>
        <source>That file is not text in UTF-8; nothing was changed.</source>
        <translation>该文件不是 UTF-8 文本；未作任何修改。</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>it is larger than 100 MB</source>
        <translation>文件大于 100 MB</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Your text was discarded.</source>
        <translation>你的文本已放弃。</translation>
    </message>
    <message>
        <source>Somebody else changed this job meanwhile. Nothing was changed.</source>
        <translation>有人在此期间修改了该任务。未作任何修改。</translation>
    </message>
    <message>
        <source>Your text is kept as a draft.</source>
        <translation>你的文本已保存为草稿。</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Restore or discard the draft first.</source>
        <translation>请先恢复或放弃草稿。</translation>
    </message>
    <message>
        <source>The data are masked; reveal them first.</source>
        <translation>数据已遮盖；请先显示。</translation>
    </message>
    <message>
        <source>Another job bears this id now; the one you opened is gone.</source>
        <translation>此 ID 现在属于另一个任务；你打开的那个已不存在。</translation>
    </message>
    <message>
        <source>The job that it was typed on is gone; it can be read and copied.</source>
        <translation>输入时所针对的任务已不存在；文本仍可查看和复制。</translation>
    </message>
    <message>
        <source>The run is over, and your data are still there.</source>
        <translation>本次运行已结束，您的数据仍在。</translation>
    </message>
    <message>
        <source>A retry will use them.</source>
        <translation>重试时会使用这些数据。</translation>
    </message>
    <message>
        <source>Your edit was overwritten while the job ran.</source>
        <translation>任务运行期间，您的修改被覆盖了。</translation>
    </message>
    <message>
        <source>History holds what you saved.</source>
        <translation>历史中保留着您保存的内容。</translation>
    </message>
    <message>
        <source>Sensitive values are masked.</source>
        <translation>敏感值已遮盖。</translation>
    </message>
    <message>
        <source>You typed on while the stored text was read.</source>
        <translation>读取已存储的文本时您继续输入了。</translation>
    </message>
    <message>
        <source>Another job is being saved.</source>
        <translation>正在保存另一个任务。</translation>
    </message>
    <message>
        <source>Put the caret on a line with a text, a number, true, false or null first.</source>
        <translation>请先把光标放到含有文本、数字、true、false 或 null 的行上。</translation>
    </message>
    <message>
        <source>Not saved: %1.</source>
        <translation>未保存：%1。</translation>
    </message>
    <message>
        <source>Line %1, column %2: the caret was put there. Your text is kept as a draft.</source>
        <translation>第 %1 行，第 %2 列：光标已移到该处。你的文本已保存为草稿。</translation>
    </message>
    <message numerus="yes">
        <source>It was written %n more time(s) meanwhile, at other places; that is kept.</source>
        <translation>
            <numerusform>在此期间它的其他位置又被写入 %n 次；这些写入已保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no such job</source>
        <translation>没有这样的任务</translation>
    </message>
    <message>
        <source>No job of %1 has the id %2 now. If it ever was there, it was removed or cleaned up.</source>
        <translation>%1 中现在没有 ID 为 %2 的任务。如果它曾经存在，则已被移除或清理。</translation>
    </message>
    <message>
        <source>Its id stands in the list %1 of the queue, but the job itself is gone from Redis.</source>
        <translation>队列的“%1”列表中有它的 ID，但任务本身已不在 Redis 中。</translation>
    </message>
    <message>
        <source>No job is selected.</source>
        <translation>未选择任务。</translation>
    </message>
    <message>
        <source>The options are as they were before that change.</source>
        <translation>选项已与该更改之前相同。</translation>
    </message>
</context>
<context>
    <name>oxp::DemoServer</name>
    <message>
        <source>The demo needs redis-server, which is not installed. On Debian and Ubuntu: sudo apt install redis-server</source>
        <translation>演示需要 redis-server，但尚未安装。在 Debian 和 Ubuntu 上：sudo apt install redis-server</translation>
    </message>
    <message>
        <source>The demo could not make its folder: %1</source>
        <translation>演示无法创建文件夹：%1</translation>
    </message>
    <message>
        <source>The demo&apos;s redis-server ended: %1</source>
        <translation>演示的 redis-server 已退出：%1</translation>
    </message>
    <message>
        <source>The demo could not start: %1</source>
        <translation>演示无法启动：%1</translation>
    </message>
    <message>
        <source>The demo&apos;s redis-server did not start: %1</source>
        <translation>演示的 redis-server 未能启动：%1</translation>
    </message>
</context>
<context>
    <name>oxp::EditFlow</name>
    <message>
        <source>The job is running: the worker goes on with the old data. A retry will use yours. If the worker updates the data itself, yours is overwritten.</source>
        <translation>任务正在执行：工作进程会继续使用旧数据，重试时才会使用你的数据。如果工作进程自己更新数据，你的修改会被覆盖。</translation>
    </message>
    <message>
        <source>The job is completed: no worker will read these data, and the result does not change.</source>
        <translation>任务已完成：不会再有工作进程读取这些数据，结果也不会改变。</translation>
    </message>
    <message>
        <source>This is the next job of a scheduler without a template: your data become those of all later runs.</source>
        <translation>这是没有模板的调度器的下一个任务：你的数据会用于之后的所有执行。</translation>
    </message>
    <message>
        <source>This is the next job of a scheduler: only this one run gets your data.</source>
        <translation>这是调度器的下一个任务：只有这一次执行会使用你的数据。</translation>
    </message>
    <message numerus="yes">
        <source>The new data are larger than the job&apos;s sizeLimit of %n byte(s).</source>
        <translation>
            <numerusform>新数据超过了任务的 sizeLimit（%n 字节）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s); nothing of yours was written, and your text is kept.</source>
        <translation>
            <numerusform>已尝试 %n 次；你的修改未写入，文本已保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>This is the next job of a scheduler without a template: with BullMQ 5 your data become those of all later runs, with BullMQ 6 only this one run gets them.</source>
        <translation>这是没有模板的调度器的下一个任务：在 BullMQ 5 中，你的数据会用于之后的所有执行；在 BullMQ 6 中，只有这一次执行会使用。</translation>
    </message>
    <message>
        <source>The job keeps changing faster than the merge can be saved.</source>
        <translation>任务一直在变化，来不及保存合并结果。</translation>
    </message>
</context>
<context>
    <name>oxp::EnvironmentBand</name>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>生产环境 PRODUCTION</translation>
    </message>
    <message>
        <source>STAGING</source>
        <translation>预发环境 STAGING</translation>
    </message>
    <message>
        <source>LOCAL</source>
        <translation>本地 LOCAL</translation>
    </message>
</context>
<context>
    <name>oxp::ErrorHead</name>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Go to value</source>
        <translation>转到值</translation>
    </message>
    <message>
        <source>The job has no reason now; this is what the newest trace says.</source>
        <translation>任务现在没有失败原因；这是最新堆栈跟踪中的内容。</translation>
    </message>
    <message>
        <source>Error reason</source>
        <translation>错误原因</translation>
    </message>
    <message>
        <source>Copy error</source>
        <translation>复制错误</translation>
    </message>
    <message>
        <source>Go to %1, line %2</source>
        <translation>转到 %1，第 %2 行</translation>
    </message>
</context>
<context>
    <name>oxp::ErrorPane</name>
    <message>
        <source>This job has not failed.</source>
        <translation>此任务没有失败。</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Reading the traces…</source>
        <translation>正在读取堆栈跟踪…</translation>
    </message>
    <message>
        <source>No trace was kept.</source>
        <translation>没有保留堆栈跟踪。</translation>
    </message>
    <message>
        <source>The reason is blank, and no trace was kept.</source>
        <translation>原因为空白，也没有保留堆栈跟踪。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Not in these rows. Raw text has all of it.</source>
        <translation>这些行中没有。“原始文本”包含全部内容。</translation>
    </message>
    <message>
        <source>Save to file</source>
        <translation>保存到文件</translation>
    </message>
    <message>
        <source>Own frames</source>
        <translation>自有栈帧</translation>
    </message>
    <message>
        <source>All frames</source>
        <translation>全部栈帧</translation>
    </message>
    <message>
        <source>Raw text</source>
        <translation>原始文本</translation>
    </message>
    <message>
        <source>What is shown of the traces</source>
        <translation>堆栈跟踪的显示内容</translation>
    </message>
    <message>
        <source>Find in the traces</source>
        <translation>在堆栈跟踪中查找</translation>
    </message>
    <message>
        <source>Find in the traces (Ctrl+F)</source>
        <translation>在堆栈跟踪中查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>Why it failed</source>
        <translation>失败原因</translation>
    </message>
</context>
<context>
    <name>oxp::ExportDialog</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>内容(&amp;W)</translation>
    </message>
    <message>
        <source>NDJSON</source>
        <translation>NDJSON</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>格式(&amp;M)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>With masked &amp;values</source>
        <translation>包含遮盖的值(&amp;V)</translation>
    </message>
    <message>
        <source>With masked values</source>
        <translation>包含遮盖的值</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>There are no such jobs.</source>
        <translation>没有这样的任务。</translation>
    </message>
    <message>
        <source>One array with an object for each job.</source>
        <translation>一个数组，每个任务一个对象。</translation>
    </message>
    <message>
        <source>Your role may not see them: they stay masked in the file.</source>
        <translation>您的角色不能查看它们：在文件中保持遮盖。</translation>
    </message>
    <message>
        <source>Everybody who gets the file can read them.</source>
        <translation>得到文件的人都能看到它们。</translation>
    </message>
    <message>
        <source>The file is there already and will be replaced.</source>
        <translation>文件已存在，将被替换。</translation>
    </message>
    <message>
        <source>One job a line. Data, options and results stand in it byte for byte as they are stored; only line breaks between tokens go.</source>
        <translation>每行一个任务。数据、选项和结果按存储的字节原样写入，仅去掉记号之间的换行。</translation>
    </message>
    <message>
        <source>A line for each job and a column for each field, with data, options and results as JSON text. Cells that a spreadsheet would take for a formula are written as they are.</source>
        <translation>每个任务一行，每个字段一列，数据、选项和结果为 JSON 文本。电子表格会当作公式的单元格按原样写入。</translation>
    </message>
    <message>
        <source>What the window masks is masked in the file, too.</source>
        <translation>窗口中遮盖的值在文件中同样被遮盖。</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>没有文件夹 %1。</translation>
    </message>
    <message>
        <source>Nothing can be written to %1.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>This is a folder. Name a file in it.</source>
        <translation>这是文件夹。请指定其中的文件。</translation>
    </message>
</context>
<context>
    <name>oxp::ExportFlow</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export to %1</source>
        <translation>导出到 %1</translation>
    </message>
    <message>
        <source>jobs</source>
        <translation>任务</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s), %1</source>
        <translation>
            <numerusform>%n 个任务，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) exported, %1, to %2.</source>
        <translation>
            <numerusform>已导出 %Ln 个任务，%1，到 %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) are masked.</source>
        <translation>
            <numerusform>%Ln 个值已遮盖。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) were gone before they could be read.</source>
        <translation>
            <numerusform>%Ln 个任务在读取之前已消失。</numerusform>
        </translation>
    </message>
    <message>
        <source>The jobs moved faster than they could be read: some may be missing.</source>
        <translation>任务移动得比读取更快：可能有缺失。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>没有写入文件。</translation>
    </message>
    <message>
        <source>Nothing was written to %1.</source>
        <translation>没有向 %1 写入任何内容。</translation>
    </message>
    <message>
        <source>Cancelled after %1 of %2 jobs.</source>
        <translation>已取消：处理了 %1 个任务，共 %2 个。</translation>
    </message>
    <message>
        <source>The profile was closed after %1 of %2 jobs.</source>
        <translation>连接配置已关闭：处理了 %1 个任务，共 %2 个。</translation>
    </message>
</context>
<context>
    <name>oxp::FailureExamplesModel</name>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败于</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>oxp::FailureGroupsModel</name>
    <message>
        <source>no reason is told</source>
        <translation>没有说明原因</translation>
    </message>
    <message>
        <source>From %1 to %2; most of them (%3) from %4 on.</source>
        <translation>从 %1 到 %2；最多的（%3）从 %4 起。</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Top frame</source>
        <translation>顶部栈帧</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>首次出现</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近出现</translation>
    </message>
    <message>
        <source>Where it failed: the first line of the stack outside of libraries</source>
        <translation>失败之处：堆栈中第一个不属于库的行</translation>
    </message>
    <message>
        <source>How often it failed in each part of the time that was looked at</source>
        <translation>所查看时间的各段中的失败次数</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>走势</translation>
    </message>
</context>
<context>
    <name>oxp::FailuresPanel</name>
    <message>
        <source>Back to the jobs</source>
        <translation>返回任务</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Failures of</source>
        <translation>失败范围</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Show jobs</source>
        <translation>显示任务</translation>
    </message>
    <message>
        <source>Searches for all failed jobs with this error (Return)</source>
        <translation>搜索带有此错误的全部失败任务（回车）</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>All queues of %1</source>
        <translation>%1 的全部队列</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Reading the failed jobs…</source>
        <translation>正在读取失败的任务…</translation>
    </message>
    <message>
        <source>Failures in %1</source>
        <translation>%1 中的失败</translation>
    </message>
    <message>
        <source>jobs</source>
        <translation>任务</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 failed jobs read, %Ln group(s)</source>
        <translation>
            <numerusform>已读取 %2 个失败任务中的 %1 个，%Ln 组</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <translation>
            <numerusform>%Ln 组</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 of %3 failed jobs were read.</source>
        <translation>%1：已读取 %3 个失败任务中的 %2 个。</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed jobs in %Ln group(s)</source>
        <translation>
            <numerusform>%1 个失败任务，分为 %Ln 组</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more in further groups</source>
        <translation>
            <numerusform>另有 %Ln 个在其他组中</numerusform>
        </translation>
    </message>
    <message>
        <source>No failed jobs</source>
        <translation>没有失败的任务</translation>
    </message>
    <message>
        <source>No queue of %1 has failed jobs.</source>
        <translation>%1 的队列都没有失败的任务。</translation>
    </message>
    <message>
        <source>The queue %1 has no failed jobs.</source>
        <translation>队列 %1 没有失败的任务。</translation>
    </message>
    <message>
        <source>The jobs moved faster than they could be read: some may have been passed over.</source>
        <translation>任务变动快于读取速度，可能遗漏了一些任务。</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Looks through the failed jobs again</source>
        <translation>重新查看失败的任务</translation>
    </message>
</context>
<context>
    <name>oxp::FilterChip</name>
    <message>
        <source>Remove filter: %1</source>
        <translation>移除筛选条件：%1</translation>
    </message>
    <message>
        <source>%1
Remove (Delete)</source>
        <translation>%1
移除（Delete）</translation>
    </message>
</context>
<context>
    <name>oxp::FilterChips</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选条件</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选条件</translation>
    </message>
    <message>
        <source>Shows the whole list again</source>
        <translation>重新显示整个列表</translation>
    </message>
</context>
<context>
    <name>oxp::FindBar</name>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>已替换 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>also in %n shortened value(s)</source>
        <translation>
            <numerusform>在 %n 个缩略值中也有</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::FindLine</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Went on from the other end</source>
        <translation>已从另一端继续查找</translation>
    </message>
</context>
<context>
    <name>oxp::Finder</name>
    <message>
        <source>Go to job</source>
        <translation>转到任务</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
</context>
<context>
    <name>oxp::FlowModel</name>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>oxp::FlowPane</name>
    <message>
        <source>Flow</source>
        <translation>流程</translation>
    </message>
</context>
<context>
    <name>oxp::ForecastModel</name>
    <message>
        <source>counting</source>
        <translation>正在统计</translation>
    </message>
    <message>
        <source>looked at so far</source>
        <translation>已检查</translation>
    </message>
    <message>
        <source>What becomes of them</source>
        <translation>它们会怎样</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>oxp::FullTextPanel</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回（Esc）</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>在此文本中查找</translation>
    </message>
    <message>
        <source>Find in this text (Ctrl+F)</source>
        <translation>在此文本中查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copies what is selected, or all of it</source>
        <translation>复制所选内容或全部内容</translation>
    </message>
    <message>
        <source>Save to file</source>
        <translation>保存到文件</translation>
    </message>
    <message>
        <source>Writes the text to a file, byte for byte</source>
        <translation>将文本按字节原样写入文件</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n line(s)</source>
        <translation>
            <numerusform>%1，共 %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::FullTextView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Full text</source>
        <translation>完整文本</translation>
    </message>
</context>
<context>
    <name>oxp::GoToDialog</name>
    <message>
        <source>Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>oxp::HistoryModel</name>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed, nothing changed</source>
        <translation>失败，未作修改</translation>
    </message>
    <message>
        <source>conflict, nothing changed</source>
        <translation>冲突，未作修改</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>%1, many jobs</source>
        <comment>an operation</comment>
        <translation>%1，多个任务</translation>
    </message>
</context>
<context>
    <name>oxp::HistoryPane</name>
    <message>
        <source>The payload is large: only the changed ranges were kept.</source>
        <translation>数据较大：只保留了修改的部分。</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Changes of this job</source>
        <translation>此任务的修改记录</translation>
    </message>
    <message>
        <source>Values of this change</source>
        <translation>此次修改的值</translation>
    </message>
    <message>
        <source>Select a change to see its values.</source>
        <translation>选择一次修改以查看其值。</translation>
    </message>
    <message>
        <source>Nothing was changed here with Oxpecker yet.</source>
        <translation>还没有用 Oxpecker 在此作过修改。</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>The values are sealed, and the key that opens them is not in the keychain.</source>
        <translation>这些值已加密，而解密所需的密钥不在钥匙串中。</translation>
    </message>
    <message>
        <source>The values cannot be read: the record is damaged.</source>
        <translation>无法读取这些值：记录已损坏。</translation>
    </message>
    <message>
        <source>Sensitive values are left out: there is no keychain to seal them with.</source>
        <translation>敏感值未保留：没有可用于加密的钥匙串。</translation>
    </message>
    <message>
        <source>Sensitive values are left out, as there is no keychain to seal them with. What is kept is not enough to revert this change.</source>
        <translation>敏感值未保留，因为没有可用于加密的钥匙串。保留的内容不足以还原此修改。</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>修改前：%1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>修改后：%1</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>oxp::JobHeader</name>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>More actions on the job</source>
        <translation>任务的更多操作</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>%1, will fail</source>
        <translation>%1，即将失败</translation>
    </message>
    <message>
        <source>attempt %1 of %2</source>
        <translation>第 %1/%2 次</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>第 %1 次</translation>
    </message>
    <message>
        <source>progress %1</source>
        <translation>进度 %1</translation>
    </message>
    <message>
        <source>ran %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>added</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>waited: %1</source>
        <translation>等待：%1</translation>
    </message>
    <message>
        <source>due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>ran: %1</source>
        <translation>用时：%1</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>worker: %1</source>
        <translation>工作进程：%1</translation>
    </message>
    <message>
        <source>No job selected</source>
        <translation>未选择任务</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>progress: %1</source>
        <translation>进度：%1</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>堆栈</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>正在载入…</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>配方</translation>
    </message>
</context>
<context>
    <name>oxp::JobListChoice</name>
    <message>
        <source>Select all that match</source>
        <translation>全选匹配项</translation>
    </message>
    <message>
        <source>Select all %1 that were found</source>
        <translation>全选找到的 %1 个</translation>
    </message>
    <message>
        <source>Select all %1 that match</source>
        <translation>全选匹配的 %1 个</translation>
    </message>
    <message>
        <source>Select all %1 %2</source>
        <translation>全选 %1 个%2任务</translation>
    </message>
</context>
<context>
    <name>oxp::JobListColumns</name>
    <message>
        <source>Default columns</source>
        <translation>默认列</translation>
    </message>
</context>
<context>
    <name>oxp::JobListPanel</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 个新任务</numerusform>
        </translation>
    </message>
    <message>
        <source>No %1 jobs</source>
        <translation>没有%1的任务</translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation>还没有任务</translation>
    </message>
    <message>
        <source>Jobs appear here by themselves when they come.</source>
        <translation>有任务时会自动显示在这里。</translation>
    </message>
    <message>
        <source>The newest jobs of all states appear here by themselves.</source>
        <translation>所有状态的最新任务会自动显示在这里。</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>查看%1</translation>
    </message>
    <message>
        <source>Group by error</source>
        <translation>按错误分组</translation>
    </message>
    <message>
        <source>Failures: what these jobs failed with, how often and since when</source>
        <translation>失败：这些任务因何失败、次数以及起始时间</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln job(s)</source>
        <translation>
            <numerusform>%1 / %Ln 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>oxp::JobListSort</name>
    <message>
        <source>Sort by a field…</source>
        <translation>按字段排序…</translation>
    </message>
    <message>
        <source>Sort by a field</source>
        <translation>按字段排序</translation>
    </message>
    <message>
        <source>Field, such as data.amount:</source>
        <translation>字段，例如 data.amount：</translation>
    </message>
    <message>
        <source>%1 is no field.</source>
        <translation>%1 不是字段。</translation>
    </message>
    <message>
        <source>Write data.amount, data.items[0].sku, opts.attempts or result.total. The order stays.</source>
        <translation>请写成 data.amount、data.items[0].sku、opts.attempts 或 result.total。顺序保持不变。</translation>
    </message>
    <message>
        <source>The order stays.</source>
        <translation>顺序保持不变。</translation>
    </message>
    <message>
        <source>Sorting…</source>
        <translation>正在排序…</translation>
    </message>
    <message>
        <source>Sort %1</source>
        <translation>排序 %1</translation>
    </message>
    <message>
        <source>jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Your role may not see %1, so nothing can be sorted by it either.</source>
        <translation>您的角色无权查看 %1，因此也不能按它排序。</translation>
    </message>
    <message>
        <source>Sorted by %1.</source>
        <translation>已按 %1 排序。</translation>
    </message>
    <message>
        <source>As of %1; newer jobs are not in it.</source>
        <translation>截至 %1；之后的新任务不在其中。</translation>
    </message>
    <message>
        <source>Sort again</source>
        <translation>重新排序</translation>
    </message>
    <message>
        <source>Own order</source>
        <translation>原有顺序</translation>
    </message>
</context>
<context>
    <name>oxp::JobPane</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Parts of the job</source>
        <translation>任务的各部分</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>堆栈</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>后续情况</translation>
    </message>
    <message>
        <source>This pane keeps what was last read of it.</source>
        <translation>此面板保留最后读取到的内容。</translation>
    </message>
    <message>
        <source>It failed again.</source>
        <translation>它再次失败。</translation>
    </message>
    <message>
        <source>It left the list of %1 jobs; this pane stays with it.</source>
        <translation>它已离开“%1”任务列表；此面板仍显示它。</translation>
    </message>
    <message>
        <source>Now %1.</source>
        <translation>当前状态：%1。</translation>
    </message>
    <message>
        <source>It completed.</source>
        <translation>它已完成。</translation>
    </message>
</context>
<context>
    <name>oxp::JobTab</name>
    <message>
        <source>Your role may not reveal masked values.</source>
        <translation>您的角色不能显示遮盖的值。</translation>
    </message>
</context>
<context>
    <name>oxp::JobTableModel</name>
    <message>
        <source>loading</source>
        <translation>正在加载</translation>
    </message>
</context>
<context>
    <name>oxp::JobTableView</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>oxp::JobWindowBar</name>
    <message>
        <source>Place in the whole state</source>
        <translation>在整个状态中的位置</translation>
    </message>
</context>
<context>
    <name>oxp::JsonEditor</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>A text of this size cannot be shown in one line. What is stored keeps its own layout.</source>
        <translation>这么大的文本无法显示在一行中。存储的内容保持原有排版。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>A text of this size cannot be folded.</source>
        <translation>这么大的文本无法折叠。</translation>
    </message>
</context>
<context>
    <name>oxp::JsonPane</name>
    <message>
        <source>Result of the job</source>
        <translation>任务的结果</translation>
    </message>
    <message>
        <source>Options of the job</source>
        <translation>任务的选项</translation>
    </message>
    <message>
        <source>The result has %1.</source>
        <translation>结果大小为 %1。</translation>
    </message>
    <message>
        <source>Loading %1…</source>
        <translation>正在加载 %1…</translation>
    </message>
</context>
<context>
    <name>oxp::LiveStatus</name>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Resume live updates</source>
        <translation>恢复实时更新</translation>
    </message>
    <message>
        <source>Pause live updates</source>
        <translation>暂停实时更新</translation>
    </message>
    <message>
        <source>Paused since %1</source>
        <translation>自 %1 起暂停</translation>
    </message>
    <message>
        <source>What you see stands still. F5 reads it once.</source>
        <translation>当前画面不会变化。按 F5 读取一次。</translation>
    </message>
    <message>
        <source>Changes show as they happen. Last read at %1.</source>
        <translation>变化会立即显示。上次读取于 %1。</translation>
    </message>
    <message>
        <source>Checked %1</source>
        <translation>%1 已检查</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message numerus="yes">
        <source>every %n s</source>
        <translation>
            <numerusform>每 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>No events come from this queue, or the Redis user may not listen to them (XREAD; for Bull, PSUBSCRIBE): it is looked at from time to time.</source>
        <translation>此队列没有事件，或该 Redis 用户无权监听事件（XREAD；Bull 为 PSUBSCRIBE）：因此定时查看。</translation>
    </message>
</context>
<context>
    <name>oxp::LogLinesDelegate</name>
    <message>
        <source>%1 in all; Return shows it</source>
        <translation>共 %1；按回车显示</translation>
    </message>
</context>
<context>
    <name>oxp::LogsPane</name>
    <message>
        <source>Load more</source>
        <translation>加载更多</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>日志行</translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Copy all loaded lines</source>
        <translation>复制所有已加载的行</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n line(s)</source>
        <translation>
            <numerusform>%1 / %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>All loaded lines as one text, to find something in it (Ctrl+F)</source>
        <translation>将所有已加载的行显示为一个文本，以便在其中查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>Show all of this line</source>
        <translation>显示整行内容</translation>
    </message>
    <message>
        <source>Find in all loaded lines</source>
        <translation>在所有已加载的行中查找</translation>
    </message>
    <message>
        <source>Log line %1</source>
        <translation>第 %1 行日志</translation>
    </message>
    <message>
        <source>log line %1</source>
        <translation>第 %1 行日志</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>oxp::MainWindow</name>
    <message>
        <source>Queue tree</source>
        <translation>队列树</translation>
    </message>
    <message>
        <source>Looking for queues…</source>
        <translation>正在查找队列…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Selection: %1</source>
        <translation>选中：%1</translation>
    </message>
    <message>
        <source>This state: %1</source>
        <translation>此状态：%1</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Search result: %1</source>
        <translation>搜索结果：%1</translation>
    </message>
    <message>
        <source>The search is still running: this is what it has found so far.</source>
        <translation>搜索仍在进行：这是目前找到的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the selection have not been read yet: they are taken as they stand when the export begins.</source>
        <translation>
            <numerusform>所选内容中有 %Ln 行尚未读取：将以导出开始时的情况为准。</numerusform>
        </translation>
    </message>
    <message>
        <source>no prefix</source>
        <translation>无前缀</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more queue(s) under %1</source>
        <translation>
            <numerusform>%1 下的另外 %n 个队列</numerusform>
        </translation>
    </message>
    <message>
        <source>Queues could not be looked for. %1</source>
        <translation>未能查找队列。%1</translation>
    </message>
    <message>
        <source>No queues were found under the prefixes of this profile. They appear here by themselves when a producer or worker has started; other prefixes can be named in Connections.</source>
        <translation>在此配置的前缀下没有找到队列。生产者或工作进程启动后，队列会自动显示在这里；其他前缀可在“连接”中指定。</translation>
    </message>
    <message>
        <source>This user may not list keys (%1)</source>
        <translation>此用户无权列出键（%1）</translation>
    </message>
    <message>
        <source>No queues yet</source>
        <translation>还没有队列</translation>
    </message>
    <message>
        <source>%1 Without it Oxpecker cannot look for queues; you can still open one by its name.</source>
        <translation>%1没有此权限，Oxpecker 无法查找队列；但仍可按名称打开队列。</translation>
    </message>
</context>
<context>
    <name>oxp::ManyOptionsDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>预览…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>尚未更改任何内容。</translation>
    </message>
    <message>
        <source>Say how many are kept, or for how long.</source>
        <translation>请填写保留多少个，或保留多久。</translation>
    </message>
    <message>
        <source>One of the values is not within its limits.</source>
        <translation>其中一个值超出了允许范围。</translation>
    </message>
    <message>
        <source>Nothing has been written.</source>
        <translation>尚未写入任何内容。</translation>
    </message>
</context>
<context>
    <name>oxp::MergeLegend</name>
    <message>
        <source>both changed: choose</source>
        <translation>双方都修改：请选择</translation>
    </message>
    <message>
        <source>one side changed: taken</source>
        <translation>一方修改：已采用</translation>
    </message>
</context>
<context>
    <name>oxp::NoticeLine</name>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>关闭此通知</translation>
    </message>
</context>
<context>
    <name>oxp::OpenQueueDialog</name>
    <message>
        <source>Open a queue by name</source>
        <translation>按名称打开队列</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>前缀</translation>
    </message>
    <message>
        <source>The name as producers and workers give it, without the prefix that stands before it in Redis.</source>
        <translation>生产者和工作进程使用的名称，不含它在 Redis 中的前缀。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>There is no such queue. The name must match exactly, letter for letter.</source>
        <translation>没有这样的队列。名称必须逐字符一致。</translation>
    </message>
</context>
<context>
    <name>oxp::OptionsDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Say how many are kept, or for how long.</source>
        <translation>请填写保留多少个，或保留多久。</translation>
    </message>
    <message>
        <source>One of the values is not within its limits.</source>
        <translation>其中一个值超出了允许范围。</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>尚未更改任何内容。</translation>
    </message>
    <message>
        <source>Every other option stays as it is stored.</source>
        <translation>其他选项保持存储时的原样。</translation>
    </message>
</context>
<context>
    <name>oxp::OptionsModel</name>
    <message>
        <source>Read only when a job is added.</source>
        <translation>仅在添加任务时读取。</translation>
    </message>
    <message>
        <source>A field of the job decides, and not this.</source>
        <translation>由任务的字段决定，而不是此选项。</translation>
    </message>
    <message>
        <source>Belongs to the scheduler that made the job.</source>
        <translation>属于创建此任务的调度器。</translation>
    </message>
    <message>
        <source>Belongs to the trace of whoever added the job.</source>
        <translation>属于添加此任务者的跟踪信息。</translation>
    </message>
    <message>
        <source>The workers of this queue do not obey it, or not all alike.</source>
        <translation>此队列的工作进程不遵循它，或遵循方式不一致。</translation>
    </message>
    <message>
        <source>No worker reads it.</source>
        <translation>没有工作进程读取它。</translation>
    </message>
    <message>
        <source>Its value has a form that is only shown.</source>
        <translation>其值的形式仅供查看。</translation>
    </message>
    <message>
        <source>It stands there more than once.</source>
        <translation>它出现了不止一次。</translation>
    </message>
    <message>
        <source>not set: %1</source>
        <translation>未设置：%1</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
</context>
<context>
    <name>oxp::OptionsPane</name>
    <message>
        <source>Edit options…</source>
        <translation>编辑选项…</translation>
    </message>
    <message>
        <source>Job options</source>
        <translation>任务选项</translation>
    </message>
    <message>
        <source>Edit options</source>
        <translation>编辑选项</translation>
    </message>
</context>
<context>
    <name>oxp::OutcomeDelegate</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>oxp::OutcomeList</name>
    <message>
        <source>Outcome of the trial</source>
        <translation>试算结果</translation>
    </message>
</context>
<context>
    <name>oxp::OverviewFilterRow</name>
    <message>
        <source>Filter overview</source>
        <translation>筛选概览</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>With failed jobs</source>
        <translation>有失败任务</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Waiting without workers</source>
        <translation>有等待但无工作进程</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose the columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Filter the overview</source>
        <translation>筛选概览</translation>
    </message>
    <message>
        <source>Filter by name, group or version</source>
        <translation>按名称、分组或版本筛选</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>No workers</source>
        <translation>无工作进程</translation>
    </message>
</context>
<context>
    <name>oxp::OverviewModel</name>
    <message>
        <source>%1: measure</source>
        <translation>%1：测量</translation>
    </message>
</context>
<context>
    <name>oxp::OverviewPage</name>
    <message>
        <source>Failures</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>编辑连接</translation>
    </message>
    <message>
        <source>More actions on the profile</source>
        <translation>配置的更多操作</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n group(s)</source>
        <translation>
            <numerusform>%1，分为 %n 组</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n 个队列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>prefixes %1</source>
        <translation>
            <numerusform>前缀 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Counted %1</source>
        <translation>统计于 %1</translation>
    </message>
    <message>
        <source>Counts follow the events of the queues; who has none is looked at in turn. Workers are looked for with every slow poll. Refresh (F5) reads all of it.</source>
        <translation>数量随队列的事件更新；没有事件的队列会轮流查看。每次慢速轮询时查找工作进程。“刷新”（F5）会全部重新读取。</translation>
    </message>
    <message>
        <source>%1, outside this profile&apos;s prefixes.</source>
        <translation>%1，不在此配置的前缀之内。</translation>
    </message>
    <message>
        <source>Show them too</source>
        <translation>一并显示</translation>
    </message>
    <message>
        <source>Measure memory</source>
        <translation>测量内存</translation>
    </message>
    <message>
        <source>Default columns</source>
        <translation>默认列</translation>
    </message>
    <message>
        <source>queues not known</source>
        <translation>队列未知</translation>
    </message>
</context>
<context>
    <name>oxp::OverviewTotalsBar</name>
    <message>
        <source>failed in the last hour</source>
        <translation>最近一小时失败</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>workers</source>
        <translation>工作进程</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>%1 prioritized</source>
        <translation>%1 个优先</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>下一个 %1</translation>
    </message>
    <message>
        <source>%1 last hour</source>
        <translation>最近一小时 %1</translation>
    </message>
    <message>
        <source>%1 the hour before</source>
        <translation>前一小时 %1</translation>
    </message>
    <message numerus="yes">
        <source>queue(s)</source>
        <translation>
            <numerusform>个队列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) have none</source>
        <translation>
            <numerusform>%n 个队列没有</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::PageHead</name>
    <message>
        <source>Back to the jobs</source>
        <translation>返回任务</translation>
    </message>
    <message>
        <source>Back to the jobs (Esc)</source>
        <translation>返回任务（Esc）</translation>
    </message>
</context>
<context>
    <name>oxp::PaletteFlow</name>
    <message>
        <source>schedulers</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>Go to job %1</source>
        <translation>转到任务 %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>oxp::PaneStack</name>
    <message numerus="yes">
        <source>%Ln job(s) are selected</source>
        <translation>
            <numerusform>已选中 %Ln 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the selection</source>
        <translation>返回选择</translation>
    </message>
</context>
<context>
    <name>oxp::PaneTabBar</name>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
</context>
<context>
    <name>oxp::PassphraseRow</name>
    <message>
        <source>Passphrase</source>
        <translation>密码短语</translation>
    </message>
    <message>
        <source>goes to the keychain with the connection</source>
        <translation>随连接一起保存到钥匙串</translation>
    </message>
    <message>
        <source>kept in memory only</source>
        <translation>仅保留在内存中</translation>
    </message>
</context>
<context>
    <name>oxp::PasswordDialog</name>
    <message>
        <source>Keep it in the system&apos;s keychain</source>
        <translation>保存到系统钥匙串</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>The server refused the password.</source>
        <translation>服务器拒绝了密码。</translation>
    </message>
    <message>
        <source>The server asks for a password.</source>
        <translation>服务器要求密码。</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>There is no keychain: it is kept in memory until the window closes.</source>
        <translation>没有钥匙串：密码只保留在内存中，直到窗口关闭。</translation>
    </message>
    <message>
        <source>The passphrase does not unlock the key of the client certificate.</source>
        <translation>此密码短语无法解锁客户端证书的私钥。</translation>
    </message>
    <message>
        <source>The key of the client certificate is encrypted.</source>
        <translation>客户端证书的私钥已加密。</translation>
    </message>
    <message>
        <source>Key passphrase</source>
        <translation>私钥的密码短语</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>客户端私钥</translation>
    </message>
</context>
<context>
    <name>oxp::PathCompleter</name>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>several kinds</source>
        <translation>多种类型</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 或 %2</translation>
    </message>
    <message>
        <source>in %1 %</source>
        <translation>占 %1 %</translation>
    </message>
    <message>
        <source>Path suggestions</source>
        <translation>路径建议</translation>
    </message>
</context>
<context>
    <name>oxp::PrefixesModel</name>
    <message>
        <source>Prefix</source>
        <translation>前缀</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>库</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
</context>
<context>
    <name>oxp::ProfileForm</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>instead of host and port: a path</source>
        <translation>代替主机和端口：一个路径</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>Prefixes</source>
        <translation>前缀</translation>
    </message>
    <message>
        <source>Separated by commas. Empty: Oxpecker looks for them.</source>
        <translation>用逗号分隔。留空则由 Oxpecker 自动查找。</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>预发</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Viewer, reads only</source>
        <translation>查看者，只读</translation>
    </message>
    <message>
        <source>Operator, reads and writes</source>
        <translation>操作员，可读写</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Red band, and writes ask first.</source>
        <translation>红色横条，写入前先确认。</translation>
    </message>
    <message>
        <source>Amber band, and writes ask first.</source>
        <translation>琥珀色横条，写入前先确认。</translation>
    </message>
    <message>
        <source>Saves at once; sensitive values ask first.</source>
        <translation>直接保存；敏感值先确认。</translation>
    </message>
    <message>
        <source>Give the connection a name.</source>
        <translation>请为连接命名。</translation>
    </message>
    <message>
        <source>Name a host, or the path of a socket.</source>
        <translation>请填写主机或套接字路径。</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>端口是 1 到 65535 之间的数字。</translation>
    </message>
    <message>
        <source>A database is a number from 0.</source>
        <translation>数据库是从 0 开始的数字。</translation>
    </message>
    <message>
        <source>A prefix must not be empty.</source>
        <translation>前缀不能为空。</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keychain, never in the profile file.</source>
        <translation>保存在系统钥匙串中，绝不写入配置文件。</translation>
    </message>
    <message>
        <source>There is no keychain: asked for at connect, kept in memory, never written.</source>
        <translation>没有钥匙串：连接时询问，只保留在内存中，绝不写入磁盘。</translation>
    </message>
    <message>
        <source>A client key needs its certificate.</source>
        <translation>客户端私钥需要与之对应的证书。</translation>
    </message>
</context>
<context>
    <name>oxp::ProgressLine</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>oxp::QueueHeader</name>
    <message>
        <source>PAUSED</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>More actions on the queue</source>
        <translation>队列的更多操作</translation>
    </message>
    <message numerus="yes">
        <source>%n worker(s)</source>
        <translation>
            <numerusform>%n 个工作进程</numerusform>
        </translation>
    </message>
    <message>
        <source>workers not known</source>
        <translation>工作进程数未知</translation>
    </message>
    <message>
        <source>The server does not let this user send CLIENT LIST, so workers cannot be counted.</source>
        <translation>服务器不允许此用户发送 CLIENT LIST，因此无法统计工作进程。</translation>
    </message>
</context>
<context>
    <name>oxp::QueuePage</name>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>oxp::QueueTreeModel</name>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 个失败</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 个等待</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>schedulers</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>%1 delayed</source>
        <translation>%1 个延迟</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln 个运行中</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>批量运行</translation>
    </message>
</context>
<context>
    <name>oxp::QueueTreePanel</name>
    <message>
        <source>No connections.</source>
        <translation>没有连接。</translation>
    </message>
    <message>
        <source>Add connection</source>
        <translation>添加连接</translation>
    </message>
    <message>
        <source>Add connection (Ctrl+N)</source>
        <translation>添加连接 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Filter queues</source>
        <translation>筛选队列</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Search jobs for “%1”</source>
        <translation>在任务中搜索“%1”</translation>
    </message>
    <message>
        <source>Search jobs instead</source>
        <translation>改为搜索任务</translation>
    </message>
    <message>
        <source>No queue matches.</source>
        <translation>没有匹配的队列。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show other prefixes</source>
        <translation>显示其他前缀</translation>
    </message>
</context>
<context>
    <name>oxp::QueueTreeView</name>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
</context>
<context>
    <name>oxp::QueuesPlace</name>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>Open a queue by name…</source>
        <translation>按名称打开队列…</translation>
    </message>
    <message>
        <source>Look for other prefixes</source>
        <translation>查找其他前缀</translation>
    </message>
</context>
<context>
    <name>oxp::RawFieldsModel</name>
    <message>
        <source>%1, not loaded</source>
        <translation>%1，未加载</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>oxp::RawPane</name>
    <message>
        <source>Raw fields</source>
        <translation>原始字段</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>oxp::ReceiptRow</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Puts the data back as they were before; asks as any save does</source>
        <translation>将数据恢复到之前的样子；与其他保存一样会先询问</translation>
    </message>
    <message>
        <source>Goes to it where it is now</source>
        <translation>转到它现在所在的位置</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss this receipt</source>
        <translation>关闭此回执</translation>
    </message>
</context>
<context>
    <name>oxp::ReceiptsPanel</name>
    <message>
        <source>Dismiss all</source>
        <translation>全部关闭</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>回执</translation>
    </message>
    <message numerus="yes">
        <source>%n still followed</source>
        <translation>
            <numerusform>%n 条仍在跟踪</numerusform>
        </translation>
    </message>
    <message>
        <source>still followed</source>
        <translation>仍在跟踪</translation>
    </message>
    <message numerus="yes">
        <source>%n more below</source>
        <translation>
            <numerusform>下方还有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>oxp::RecipeBar</name>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Takes the recipe&apos;s changes back (Esc)</source>
        <translation>撤回配方所做的更改（Esc）</translation>
    </message>
    <message>
        <source>making the changes…</source>
        <translation>正在进行更改…</translation>
    </message>
    <message>
        <source>The job looks like this already.</source>
        <translation>任务已经是这样了。</translation>
    </message>
    <message>
        <source>It cannot be used here: %1.</source>
        <translation>无法在此使用：%1。</translation>
    </message>
    <message>
        <source>What would come of it cannot be masked; reveal the data first.</source>
        <translation>其结果无法遮盖；请先显示数据。</translation>
    </message>
    <message>
        <source>You have typed on; the text stays when this is closed.</source>
        <translation>您已继续输入；关闭此项时文本会保留。</translation>
    </message>
</context>
<context>
    <name>oxp::RecipeDesk</name>
    <message>
        <source>The recipes could not be written: %1.</source>
        <translation>无法写入配方：%1。</translation>
    </message>
    <message>
        <source>They hold until the program ends. Save them again, or export them.</source>
        <translation>它们在程序结束前有效。请再次保存或导出。</translation>
    </message>
    <message>
        <source>Edit recipes…</source>
        <translation>编辑配方…</translation>
    </message>
    <message>
        <source>The recipes of this profile cannot be read.</source>
        <translation>无法读取此配置的配方。</translation>
    </message>
    <message>
        <source>%1. The file stays as it is: %2</source>
        <translation>%1。文件保持原样：%2</translation>
    </message>
    <message>
        <source>Set the file aside</source>
        <translation>将文件移开</translation>
    </message>
    <message>
        <source>The file could not be given another name.</source>
        <translation>无法为文件改名。</translation>
    </message>
    <message>
        <source>The file is kept as %1.</source>
        <translation>文件已保留为 %1。</translation>
    </message>
</context>
<context>
    <name>oxp::RecipeFields</name>
    <message>
        <source>yyyy-mm-dd</source>
        <translation>yyyy-mm-dd</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>oxp::RecipesDialog</name>
    <message>
        <source>Recipes</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Changes with a name. People who use one answer its questions; they see no JSON. {name} in a value stands for the answer to that question, {now} for the time, {me} for the person.</source>
        <translation>带名称的更改。使用者只需回答问题，不会看到 JSON。值中的 {name} 代表对应问题的答案，{now} 代表时间，{me} 代表使用者。</translation>
    </message>
    <message>
        <source>New recipe</source>
        <translation>新配方</translation>
    </message>
    <message>
        <source>New recipe %1</source>
        <translation>新配方 %1</translation>
    </message>
    <message>
        <source>New stage</source>
        <translation>新阶段</translation>
    </message>
    <message>
        <source>Recipes document</source>
        <translation>配方文档</translation>
    </message>
    <message>
        <source>Add recipe</source>
        <translation>添加配方</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save recipes</source>
        <translation>保存配方</translation>
    </message>
    <message>
        <source>Recipes: %1</source>
        <translation>配方：%1</translation>
    </message>
    <message>
        <source>Import recipes</source>
        <translation>导入配方</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 holds no recipes. %2</source>
        <translation>%1 中没有配方。%2</translation>
    </message>
    <message>
        <source>Export recipes</source>
        <translation>导出配方</translation>
    </message>
    <message>
        <source>Esc keeps what you have written. Cancel leaves it.</source>
        <translation>Esc 不会丢弃您所写的内容。按“取消”才会离开。</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>正在查看…</translation>
    </message>
</context>
<context>
    <name>oxp::ReviewDialog</name>
    <message numerus="yes">
        <source>%n field(s) change. Every other byte of the payload stays as it is.</source>
        <translation>
            <numerusform>%n 个字段有修改。数据的其他每个字节都保持不变。</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>A sensitive value changes.</source>
        <translation>有敏感值被修改。</translation>
    </message>
    <message>
        <source>Review changes</source>
        <translation>审阅修改</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>The whole document is replaced.</source>
        <translation>整个文档将被替换。</translation>
    </message>
</context>
<context>
    <name>oxp::RunExportFlow</name>
    <message numerus="yes">
        <source>The results of %Ln job(s) were written to %1.</source>
        <translation>
            <numerusform>%Ln 个任务的结果已写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Export the results</source>
        <translation>导出结果</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets (*.csv)</source>
        <translation>CSV，用于电子表格 (*.csv)</translation>
    </message>
    <message>
        <source>NDJSON, for programs (*.ndjson)</source>
        <translation>NDJSON，用于程序 (*.ndjson)</translation>
    </message>
    <message>
        <source>Export to %1</source>
        <translation>导出到 %1</translation>
    </message>
    <message>
        <source>jobs</source>
        <translation>个任务</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>未写入文件。</translation>
    </message>
    <message>
        <source>The profile was closed.</source>
        <translation>配置已关闭。</translation>
    </message>
</context>
<context>
    <name>oxp::RunHead</name>
    <message>
        <source>%1 to %2</source>
        <comment>times</comment>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a time</comment>
        <translation>自 %1 起</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Try the rest again…</source>
        <translation>重试其余…</translation>
    </message>
    <message>
        <source>Try the rest again</source>
        <translation>重试其余</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>oxp::RunItemsModel</name>
    <message>
        <source>the run was cut off before it was done</source>
        <translation>执行之前运行被中断</translation>
    </message>
    <message>
        <source>settled after the run was cut off</source>
        <translation>运行被中断后查明</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>only its edit was made</source>
        <translation>仅完成了编辑</translation>
    </message>
</context>
<context>
    <name>oxp::RunReminder</name>
    <message>
        <source>%1 in %2: %3 jobs.</source>
        <comment>an operation, a queue, 29,640 of 47,802</comment>
        <translation>%2 中的%1：%3 个任务。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) were cut off or paused.</source>
        <translation>
            <numerusform>%Ln 个运行被中断或已暂停。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing more is done until you decide.</source>
        <translation>在您决定之前不会再做任何事。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>A run was cut off.</source>
        <translation>有一个运行被中断。</translation>
    </message>
    <message>
        <source>A run is paused.</source>
        <translation>有一个运行已暂停。</translation>
    </message>
    <message>
        <source>What was under way is looked into first: no job is changed twice.</source>
        <translation>先查明进行到一半的任务：不会有任务被修改两次。</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>取消运行</translation>
    </message>
    <message>
        <source>A run has stopped: %1</source>
        <translation>一个运行已停止：%1</translation>
    </message>
</context>
<context>
    <name>oxp::RunResults</name>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Nothing done</source>
        <translation>没有已完成的</translation>
    </message>
    <message>
        <source>Nothing skipped</source>
        <translation>没有已略过的</translation>
    </message>
    <message>
        <source>No conflicts</source>
        <translation>没有冲突</translation>
    </message>
    <message>
        <source>No failures</source>
        <translation>没有失败</translation>
    </message>
    <message>
        <source>Nothing unknown</source>
        <translation>没有未知的</translation>
    </message>
    <message>
        <source>No jobs</source>
        <translation>没有任务</translation>
    </message>
    <message>
        <source>Open job</source>
        <translation>打开任务</translation>
    </message>
    <message>
        <source>Results by outcome</source>
        <translation>按结果分类</translation>
    </message>
    <message>
        <source>Filter results</source>
        <translation>筛选结果</translation>
    </message>
    <message>
        <source>Job id</source>
        <translation>任务 ID</translation>
    </message>
    <message>
        <source>Opens the job as it is now (Return)</source>
        <translation>打开任务的当前状态（回车）</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Settled after the crash</source>
        <translation>中断后查明</translation>
    </message>
    <message>
        <source>Resumed after a crash at %1.</source>
        <translation>中断后于 %1 继续。</translation>
    </message>
    <message>
        <source>Resumed after a crash.</source>
        <translation>中断后已继续。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) were under way:</source>
        <translation>
            <numerusform>%Ln 个任务当时正在进行：</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 had been done and were kept, %2 had not and their turn came again. No job was changed twice.</source>
        <translation>%1 个已执行并保留，%2 个未执行并重新排入。没有任务被修改两次。</translation>
    </message>
    <message>
        <source>Show the %1</source>
        <translation>显示这 %1 个</translation>
    </message>
    <message>
        <source>No job fits</source>
        <translation>没有符合的任务</translation>
    </message>
</context>
<context>
    <name>oxp::RunStarter</name>
    <message>
        <source>not done by run %1</source>
        <comment>a number</comment>
        <translation>运行 %1 未执行的</translation>
    </message>
    <message>
        <source>The queue has not been found on this connection.</source>
        <translation>在此连接上未找到该队列。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有做任何更改。</translation>
    </message>
</context>
<context>
    <name>oxp::RunsActivity</name>
    <message>
        <source>%1: %2</source>
        <comment>how a run stands, how far it is</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln queued</source>
        <translation>
            <numerusform>%Ln 个排队中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>an operation, a queue</comment>
        <translation>%2 中的%1</translation>
    </message>
    <message>
        <source>The profile was closed; the run can go on later.</source>
        <translation>配置已关闭；此运行可稍后继续。</translation>
    </message>
</context>
<context>
    <name>oxp::RunsGoingOnDialog</name>
    <message>
        <source>Runs are going on</source>
        <translation>批量运行仍在进行</translation>
    </message>
    <message>
        <source>A run that is kept is offered when its profile connects again. What has been done stays in either case.</source>
        <translation>保留的运行会在其配置重新连接时提供继续。无论如何，已完成的都会保留。</translation>
    </message>
    <message>
        <source>Cancel the runs</source>
        <translation>取消这些运行</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Pause and keep</source>
        <translation>暂停并保留</translation>
    </message>
    <message>
        <source>They are stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>oxp::RunsModel</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>oxp::RunsPage</name>
    <message>
        <source>Runs</source>
        <translation>批量运行</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>还没有批量运行</translation>
    </message>
    <message>
        <source>Select several jobs and retry, edit or remove them.</source>
        <translation>选中多个任务，然后重试、编辑或移除它们。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>The run cannot go on yet.</source>
        <translation>此运行暂时无法继续。</translation>
    </message>
    <message>
        <source>Its queue has not been found on this connection. Nothing was changed.</source>
        <translation>在此连接上未找到其队列。没有做任何更改。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Try the rest again…</source>
        <translation>重试其余…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>oxp::SampleChanges</name>
    <message>
        <source>Previous sample</source>
        <translation>上一个样例</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>下一个样例</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>the first %1 of %2</source>
        <translation>前 %1 个，共 %2 个</translation>
    </message>
</context>
<context>
    <name>oxp::SamplesModel</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处修改</numerusform>
        </translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>oxp::SamplesView</name>
    <message>
        <source>Samples</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>所有结果</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>被拒绝：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处修改</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
</context>
<context>
    <name>oxp::SaveWatch</name>
    <message numerus="yes">
        <source>Saving, %n s</source>
        <translation>
            <numerusform>正在保存，%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>comparing %1</source>
        <translation>正在比较 %1</translation>
    </message>
    <message>
        <source>changed meanwhile, try %1</source>
        <translation>在此期间被修改，第 %1 次尝试</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>正在等待 %1</translation>
    </message>
    <message>
        <source>%1: %2. You can go on typing; until the save has arrived, its text is kept as a draft too.</source>
        <translation>%1：%2。你可以继续输入；在保存生效之前，其内容也会存为草稿。</translation>
    </message>
    <message>
        <source>Saving job %1, %2</source>
        <translation>正在保存任务 %1，%2</translation>
    </message>
</context>
<context>
    <name>oxp::SchedulerModel</name>
    <message>
        <source>every %1</source>
        <translation>每 %1</translation>
    </message>
    <message>
        <source>Listed, but its record is missing: it will not run again.</source>
        <translation>已列出，但缺少记录：不会再执行。</translation>
    </message>
    <message>
        <source>A repeatable job of BullMQ before 5.16 or of Bull.</source>
        <translation>BullMQ 5.16 之前或 Bull 的重复任务。</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>下次执行</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>执行次数</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>How many jobs it has made</source>
        <translation>已生成的任务数</translation>
    </message>
    <message>
        <source>How many jobs it makes before it ends</source>
        <translation>结束前生成的任务总数</translation>
    </message>
</context>
<context>
    <name>oxp::SchedulersPanel</name>
    <message>
        <source>Schedulers</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>No schedulers</source>
        <translation>没有调度器</translation>
    </message>
    <message>
        <source>A job scheduler adds a job at fixed times. This queue has none.</source>
        <translation>任务调度器会在固定时间添加任务。此队列没有调度器。</translation>
    </message>
</context>
<context>
    <name>oxp::ScopeField</name>
    <message>
        <source>jobs</source>
        <translation>个任务</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>哪些</translation>
    </message>
    <message>
        <source>All %1 jobs</source>
        <translation>全部%1任务</translation>
    </message>
    <message>
        <source>The next due</source>
        <translation>最近到期的</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>最新的</translation>
    </message>
    <message>
        <source>The oldest</source>
        <translation>最早的</translation>
    </message>
    <message>
        <source>Finished before</source>
        <translation>完成时间早于</translation>
    </message>
    <message>
        <source>Jobs to take</source>
        <translation>取用任务数</translation>
    </message>
</context>
<context>
    <name>oxp::Screenshot</name>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Not all was there after 30 s; the picture shows what was.</source>
        <translation>30 秒后仍有内容未就绪；图片显示的是当时的状态。</translation>
    </message>
</context>
<context>
    <name>oxp::SearchBox</name>
    <message>
        <source>Search jobs</source>
        <translation>搜索任务</translation>
    </message>
    <message>
        <source>Search jobs:  data.orderId = &quot;ORD-1&quot;   error: timeout   created &gt; -1h</source>
        <translation>搜索任务：data.orderId = &quot;ORD-1&quot;   error: timeout   created &gt; -1h</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel search</source>
        <translation>取消搜索</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已保存的搜索</translation>
    </message>
    <message>
        <source>Saved searches, and the last ones</source>
        <translation>已保存的搜索和最近的搜索</translation>
    </message>
    <message>
        <source>Search scope</source>
        <translation>搜索范围</translation>
    </message>
    <message>
        <source>Where the search looks</source>
        <translation>在哪里搜索</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>改用 %1</translation>
    </message>
    <message>
        <source>Search jobs:  data.orderId = &quot;ORD-1&quot;</source>
        <translation>搜索任务：data.orderId = &quot;ORD-1&quot;</translation>
    </message>
</context>
<context>
    <name>oxp::SearchCompleter</name>
    <message>
        <source>Search suggestions</source>
        <translation>搜索建议</translation>
    </message>
    <message>
        <source>is equal to</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>is not equal to</source>
        <translation>不等于</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>matches a regular expression</source>
        <translation>匹配正则表达式</translation>
    </message>
    <message>
        <source>is greater than</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>大于或等于</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>小于或等于</translation>
    </message>
    <message>
        <source>is after</source>
        <translation>晚于</translation>
    </message>
    <message>
        <source>is before</source>
        <translation>早于</translation>
    </message>
    <message>
        <source>is within</source>
        <translation>在此时间段内</translation>
    </message>
</context>
<context>
    <name>oxp::SearchControl</name>
    <message>
        <source>Text looks in id, name, data and error.
Fields: id name state error failure attempts progress priority size created processed finished due, data.… opts.… result.…
= equal   != not equal   : contains   ~ regular expression   &lt; &lt;= &gt; &gt;=
Joined by and (or a space), or, not, ( ).
data.items[*].sku = &quot;A 1&quot;   size &gt; 1MB   created &gt; -2h   finished &lt; 2026-11-22T10:00</source>
        <translation>直接输入文字会在 id、名称、数据和错误中查找。
字段：id name state error failure attempts progress priority size created processed finished due，以及 data.… opts.… result.…
= 等于   != 不等于   : 包含   ~ 正则表达式   &lt; &lt;= &gt; &gt;=
用 and（或空格）、or、not、( ) 连接。
data.items[*].sku = &quot;A 1&quot;   size &gt; 1MB   created &gt; -2h   finished &lt; 2026-11-22T10:00</translation>
    </message>
    <message>
        <source>Showing all jobs</source>
        <translation>显示全部任务</translation>
    </message>
    <message>
        <source>Your role may not see %1, so it cannot be searched by either.</source>
        <translation>您的角色不能查看 %1，因此也不能按它搜索。</translation>
    </message>
    <message>
        <source>all states</source>
        <translation>全部状态</translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n 个队列</numerusform>
        </translation>
    </message>
    <message>
        <source>all queues</source>
        <translation>全部队列</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>范围：%1</translation>
    </message>
    <message>
        <source>This state: %1</source>
        <translation>此状态：%1</translation>
    </message>
    <message>
        <source>All states of this queue</source>
        <translation>此队列的全部状态</translation>
    </message>
    <message>
        <source>This queue, all states</source>
        <translation>此队列，全部状态</translation>
    </message>
    <message>
        <source>Some queues…</source>
        <translation>选择队列…</translation>
    </message>
    <message>
        <source>All queues of this connection</source>
        <translation>此连接的全部队列</translation>
    </message>
    <message>
        <source>For a server that is far away: a read-only script passes on only what may match. It costs the server more than reading does, in slices of at most 5 ms, and needs Redis 7.</source>
        <translation>适用于较远的服务器：只读脚本只传回可能匹配的任务。比直接读取更耗服务器，每片最多 5 毫秒，需要 Redis 7。</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>保存此搜索</translation>
    </message>
    <message>
        <source>A search for a sensitive value is not written down.</source>
        <translation>针对敏感值的搜索不会被保存。</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Forget a saved search</source>
        <translation>删除已保存的搜索</translation>
    </message>
    <message>
        <source>Last searches</source>
        <translation>最近的搜索</translation>
    </message>
    <message>
        <source>Clear the last searches</source>
        <translation>清除最近的搜索</translation>
    </message>
    <message>
        <source>Every job that is looked at travels to this machine. It costs the server the least, and the network the most.</source>
        <translation>查看的每个任务都会传到本机。对服务器负担最小，对网络负担最大。</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>搜索方式</translation>
    </message>
    <message>
        <source>Read the jobs here: best on a near server</source>
        <translation>在本机读取任务：适合近处的服务器</translation>
    </message>
    <message>
        <source>Sort out on the server: best on a slow line</source>
        <translation>在服务器上筛选：适合慢速线路</translation>
    </message>
    <message>
        <source>a group of failures</source>
        <translation>一组失败</translation>
    </message>
</context>
<context>
    <name>oxp::SearchPanel</name>
    <message>
        <source>Search all</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Looks at every job, not only at the newest of each state.</source>
        <translation>查看每一个任务，而不只是每种状态中最新的。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>找到 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 jobs/s</source>
        <translation>%1 个任务/秒</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %3 jobs were looked at, %Ln found.</source>
        <translation>
            <numerusform>%1：查看了 %3 个任务中的 %2 个，找到 %Ln 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Every job that the search is meant for was looked at.</source>
        <translation>已查看搜索范围内的每一个任务。</translation>
    </message>
    <message>
        <source>No job matches</source>
        <translation>没有匹配的任务</translation>
    </message>
    <message>
        <source>Search all %1</source>
        <translation>搜索全部 %1 个</translation>
    </message>
    <message>
        <source>Nothing found so far</source>
        <translation>目前没有找到</translation>
    </message>
    <message>
        <source>Only the newest %1 of %2 jobs were looked at.</source>
        <translation>只查看了 %2 个任务中最新的 %1 个。</translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n 个队列</numerusform>
        </translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>在 %1 中搜索</translation>
    </message>
    <message>
        <source>jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选条件</translation>
    </message>
</context>
<context>
    <name>oxp::SearchResultsModel</name>
    <message>
        <source>Masked: reveal it in the job&apos;s data.</source>
        <translation>已遮盖：可在任务的数据中显示。</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
</context>
<context>
    <name>oxp::SelectionBar</name>
    <message>
        <source>All that match selected · %1 so far</source>
        <translation>已选中所有匹配项 · 目前 %1 个</translation>
    </message>
    <message>
        <source>All %1 %2 selected</source>
        <translation>已选中全部 %1 个%2任务</translation>
    </message>
    <message>
        <source>All %1 that match selected</source>
        <translation>已选中全部 %1 个匹配项</translation>
    </message>
    <message>
        <source>%1 selected · %2 not read yet</source>
        <translation>已选中 %1 个 · 其中 %2 个尚未读取</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>已选中 %1 个</translation>
    </message>
    <message>
        <source>%1 selected · of several queues</source>
        <translation>已选中 %1 个 · 来自多个队列</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Select all matching</source>
        <translation>全选匹配项</translation>
    </message>
    <message>
        <source>More for the selection</source>
        <translation>对选择的更多操作</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>清除选择</translation>
    </message>
    <message>
        <source>Clear selection (Esc)</source>
        <translation>清除选择 (Esc)</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Selected jobs</source>
        <translation>选中的任务</translation>
    </message>
    <message>
        <source>All %1 that were found selected</source>
        <translation>已选中找到的全部 %1 个</translation>
    </message>
</context>
<context>
    <name>oxp::SelectionHeader</name>
    <message>
        <source>matching %1</source>
        <translation>匹配 %1</translation>
    </message>
    <message>
        <source>several queues</source>
        <translation>多个队列</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选择</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>Shows this job alone. The selection stays: Esc goes back to it.</source>
        <translation>单独显示此任务。选择保留：按 Esc 返回。</translation>
    </message>
</context>
<context>
    <name>oxp::SelectionPane</name>
    <message>
        <source>The selection follows the search until a preview opens; then it is frozen. Jobs that fail later are not touched.</source>
        <translation>在预览打开之前，选择随搜索变化；之后即固定。之后失败的任务不受影响。</translation>
    </message>
    <message>
        <source>The selection follows the search until a preview opens; then it is frozen. Jobs that come later are not touched.</source>
        <translation>在预览打开之前，选择随搜索变化；之后即固定。之后到来的任务不受影响。</translation>
    </message>
    <message>
        <source>The selection follows the list until a preview opens; then it is frozen. Jobs that fail later are not touched.</source>
        <translation>在预览打开之前，选择随列表变化；之后即固定。之后失败的任务不受影响。</translation>
    </message>
    <message>
        <source>The selection follows the list until a preview opens; then it is frozen. Jobs that come later are not touched.</source>
        <translation>在预览打开之前，选择随列表变化；之后即固定。之后到来的任务不受影响。</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>By error</source>
        <translation>按错误</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Parts of the selection</source>
        <translation>选择的各部分</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>What is selected</source>
        <translation>选中的内容</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Nothing acts on one of them alone: Esc, or a click on a row, goes back to one job</source>
        <translation>不会只对其中一个操作：按 Esc 或点击一行可回到单个任务</translation>
    </message>
    <message>
        <source>What you typed in %1 is kept and is no part of this</source>
        <translation>您在 %1 中输入的内容已保留，不包含在此次操作中</translation>
    </message>
</context>
<context>
    <name>oxp::ServerDetailsDialog</name>
    <message>
        <source>Redis details</source>
        <translation>Redis 详情</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>oxp::ServerLine</name>
    <message>
        <source>Redis details</source>
        <translation>Redis 详情</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
</context>
<context>
    <name>oxp::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation>保存设置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>下方</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>总是</translation>
    </message>
    <message>
        <source>Staging and production</source>
        <translation>预发和生产环境</translation>
    </message>
    <message>
        <source>Sensitive values only</source>
        <translation>仅敏感值</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source> KB</source>
        <translation> KB</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Takes effect when Oxpecker is started again.</source>
        <translation>重新启动 Oxpecker 后生效。</translation>
    </message>
    <message>
        <source>&amp;Compact rows</source>
        <translation>紧凑行高(&amp;C)</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>&amp;Review before saving</source>
        <translation>保存前审阅(&amp;R)</translation>
    </message>
    <message>
        <source>Production too then saves at once, unless a sensitive value changes.</source>
        <translation>生产环境也会直接保存，除非修改了敏感值。</translation>
    </message>
    <message>
        <source>Local profiles too show the changes before they are written.</source>
        <translation>本地配置在写入前也会先显示修改内容。</translation>
    </message>
    <message>
        <source>Local profiles save at once, unless a sensitive value changes.</source>
        <translation>本地配置会直接保存，除非修改了敏感值。</translation>
    </message>
    <message>
        <source>Queues and jobs</source>
        <translation>队列和任务</translation>
    </message>
    <message>
        <source>Look for new &amp;queues every</source>
        <translation>查找新队列的间隔(&amp;Q)</translation>
    </message>
    <message>
        <source>Record of changes</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>&amp;Keep records for</source>
        <translation>记录保留(&amp;K)</translation>
    </message>
    <message>
        <source>Records take at &amp;most</source>
        <translation>记录最多占用(&amp;M)</translation>
    </message>
    <message>
        <source>Keep &amp;payloads whole up to</source>
        <translation>完整保留的数据上限(&amp;P)</translation>
    </message>
    <message>
        <source>Of larger payloads only the changed places are kept.</source>
        <translation>更大的数据只保留修改之处。</translation>
    </message>
    <message>
        <source>Job pa&amp;ne</source>
        <translation>任务面板(&amp;N)</translation>
    </message>
    <message>
        <source>C&amp;heck for changes every</source>
        <translation>检查变化的间隔(&amp;H)</translation>
    </message>
    <message>
        <source>Events show most changes at once. This is for those that have none.</source>
        <translation>大多数变化由事件立即显示。此项用于没有事件的变化。</translation>
    </message>
    <message>
        <source>Search looks &amp;at</source>
        <translation>搜索查看(&amp;A)</translation>
    </message>
    <message>
        <source> newest jobs a state</source>
        <translation> 个最新任务（每种状态）</translation>
    </message>
</context>
<context>
    <name>oxp::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>oxp::SideBySide</name>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>上一处修改</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>下一处修改</translation>
    </message>
    <message>
        <source>Previous change (Shift+F7)</source>
        <translation>上一处修改 (Shift+F7)</translation>
    </message>
    <message>
        <source>Next change (F7)</source>
        <translation>下一处修改 (F7)</translation>
    </message>
</context>
<context>
    <name>oxp::StartPage</name>
    <message>
        <source>Connect to a Redis</source>
        <translation>连接到 Redis</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>%1 was taken from the environment setting beside it.</source>
        <translation>“%1”取自与它写在一起的环境设置。</translation>
    </message>
    <message>
        <source>%1 was guessed from the host&apos;s name.</source>
        <translation>“%1”是根据主机名推测的。</translation>
    </message>
    <message>
        <source>%1, as it is this machine.</source>
        <translation>“%1”，因为这是本机。</translation>
    </message>
    <message>
        <source>Nothing says what it is used for: %1 is the careful guess.</source>
        <translation>没有说明其用途：谨慎起见，推测为“%1”。</translation>
    </message>
    <message>
        <source>A viewer writes nothing; change it here at any time.</source>
        <translation>查看者不写入任何内容；可随时在此更改。</translation>
    </message>
    <message>
        <source>An operator can change jobs; nothing is written until you save.</source>
        <translation>操作员可以修改任务；保存之前不会写入任何内容。</translation>
    </message>
    <message>
        <source>Trying %1…</source>
        <translation>正在尝试连接 %1…</translation>
    </message>
    <message>
        <source>Redis asks for a password.</source>
        <translation>Redis 需要密码。</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>输入密码…</translation>
    </message>
    <message>
        <source>Look at the certificate…</source>
        <translation>查看证书…</translation>
    </message>
    <message>
        <source>This port speaks TLS.</source>
        <translation>此端口使用 TLS。</translation>
    </message>
    <message>
        <source>It closed the connection at the first plain byte.</source>
        <translation>它收到第一个未加密的字节就关闭了连接。</translation>
    </message>
    <message>
        <source>Try with TLS</source>
        <translation>使用 TLS 再试</translation>
    </message>
    <message>
        <source>Try without TLS</source>
        <translation>不使用 TLS 再试</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>再次测试</translation>
    </message>
    <message>
        <source>Paste what you have. Oxpecker listens on no port and writes nothing until you save.</source>
        <translation>粘贴手头的连接信息即可。Oxpecker 不监听任何端口，保存之前不会写入任何内容。</translation>
    </message>
    <message>
        <source>Found prefixes</source>
        <translation>找到的前缀</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>预发</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>查看者</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>The demo runs a private Redis with made-up jobs and leaves nothing behind.</source>
        <translation>演示会运行一个带有虚构任务的私有 Redis，结束后不留任何痕迹。</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>tests, then connects</source>
        <translation>先测试，再连接</translation>
    </message>
    <message>
        <source>Name the certificate…</source>
        <translation>指定证书…</translation>
    </message>
</context>
<context>
    <name>oxp::StateTabBar</name>
    <message>
        <source>Latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>执行中</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Prioritized</source>
        <translation>优先</translation>
    </message>
    <message>
        <source>Waiting-children</source>
        <translation>等待子任务</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Schedulers</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>schedulers</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The newest jobs of all states</source>
        <translation>所有状态的最新任务</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>not counted yet</source>
        <translation>尚未统计</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>oxp::StoreFlow</name>
    <message>
        <source>The disk is full: the local record of changes cannot be written.</source>
        <translation>磁盘已满：无法写入本地修改记录。</translation>
    </message>
    <message>
        <source>The local record of changes is write-protected.</source>
        <translation>本地修改记录受写保护。</translation>
    </message>
    <message>
        <source>The local record of changes cannot be opened.</source>
        <translation>无法打开本地修改记录。</translation>
    </message>
    <message>
        <source>Another program holds the local record of changes.</source>
        <translation>另一个程序正占用本地修改记录。</translation>
    </message>
    <message>
        <source>The local record of changes is damaged.</source>
        <translation>本地修改记录已损坏。</translation>
    </message>
    <message>
        <source>The file in the place of the local record of changes is not one of Oxpecker&apos;s.</source>
        <translation>本地修改记录的文件不是修改记录。</translation>
    </message>
    <message>
        <source>A newer Oxpecker wrote the local record of changes.</source>
        <translation>本地修改记录由更新版本的 Oxpecker 写入。</translation>
    </message>
    <message>
        <source>The local record of changes that was here is gone.</source>
        <translation>原先在此的本地修改记录已不存在。</translation>
    </message>
    <message>
        <source>The local record of changes cannot be written.</source>
        <translation>无法写入本地修改记录。</translation>
    </message>
    <message>
        <source>Make room on the disk that holds %1; writing comes back by itself.</source>
        <translation>请在 %1 所在的磁盘上腾出空间；写入会自动恢复。</translation>
    </message>
    <message>
        <source>Check the rights of %1; writing comes back by itself.</source>
        <translation>请检查 %1 的权限；写入会自动恢复。</translation>
    </message>
    <message>
        <source>Writing comes back by itself when the program lets go of %1.</source>
        <translation>该程序释放 %1 后，写入会自动恢复。</translation>
    </message>
    <message>
        <source>Nothing in %1 is touched until you decide.</source>
        <translation>在你决定之前，%1 中的内容不会被改动。</translation>
    </message>
    <message>
        <source>%1/audit.sqlite is not of Oxpecker, or its beginning is damaged. It stays as it is until you decide.</source>
        <translation>%1/audit.sqlite 不属于 Oxpecker，或其开头已损坏。在你决定之前，它会保持原样。</translation>
    </message>
    <message>
        <source>Start that one, or decide what becomes of %1.</source>
        <translation>请启动那个版本，或决定如何处理 %1。</translation>
    </message>
    <message>
        <source>In %1 its file is missing, empty, or an older copy. Nothing was put in its place.</source>
        <translation>%1 中的文件缺失、为空，或是较旧的副本。没有用其他内容代替它。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The local records are whole.</source>
        <translation>本地记录完整。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) were checked: none was changed, none is missing.</source>
        <translation>
            <numerusform>已检查 %Ln 条记录：没有被改动，也没有缺失。</numerusform>
        </translation>
    </message>
    <message>
        <source>The local records are not whole.</source>
        <translation>本地记录不完整。</translation>
    </message>
    <message>
        <source>Record %1 is not what was written, or a record before it has been removed.</source>
        <translation>记录 %1 与写入时不同，或它之前的某条记录被删去。</translation>
    </message>
    <message>
        <source>Record %1, or some from there on, is missing.</source>
        <translation>记录 %1 或其后的某些记录缺失。</translation>
    </message>
    <message>
        <source>What can be read of it is shown; writing is off.</source>
        <translation>已显示其中可读取的内容；已停用写入。</translation>
    </message>
    <message>
        <source>Jobs can be read, writing is off.</source>
        <translation>可以读取任务，但已停用写入。</translation>
    </message>
    <message>
        <source>The local record of changes can be written again.</source>
        <translation>本地修改记录已可重新写入。</translation>
    </message>
    <message>
        <source>Writing is on.</source>
        <translation>已启用写入。</translation>
    </message>
    <message>
        <source>Open what can be read</source>
        <translation>打开可读取的内容</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Set aside and begin anew</source>
        <translation>移开旧记录并重新开始</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>选择其他文件夹…</translation>
    </message>
    <message>
        <source>A new record of changes has begun.</source>
        <translation>已开始新的修改记录。</translation>
    </message>
    <message>
        <source>What was there before is kept in %1.</source>
        <translation>原来的内容保存在 %1 中。</translation>
    </message>
    <message>
        <source>Folder for the record of changes</source>
        <translation>修改记录的文件夹</translation>
    </message>
    <message>
        <source>The record of changes is now kept in %1.</source>
        <translation>修改记录现在保存在 %1 中。</translation>
    </message>
    <message>
        <source>What is in the old folder stays there.</source>
        <translation>旧文件夹中的内容保持原样。</translation>
    </message>
    <message>
        <source>The local records are being checked…</source>
        <translation>正在检查本地记录…</translation>
    </message>
</context>
<context>
    <name>oxp::Strip</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>oxp::TestConnection</name>
    <message>
        <source>This user may not read queues (refused: %1).</source>
        <translation>此用户无权读取队列（被拒绝：%1）。</translation>
    </message>
    <message>
        <source>This user may look, but not change anything (refused: %1).</source>
        <translation>此用户可以查看，但不能修改（被拒绝：%1）。</translation>
    </message>
    <message>
        <source>This user may read and change jobs.</source>
        <translation>此用户可以读取和修改任务。</translation>
    </message>
    <message>
        <source>The server does not tell what this user may do.</source>
        <translation>服务器未说明此用户的权限。</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Connected to %1, round trip %2.</source>
        <translation>已连接到 %1，往返 %2。</translation>
    </message>
    <message>
        <source>Warning: the eviction policy is %1. When memory is full, Redis will drop jobs; it should be noeviction.</source>
        <translation>警告：淘汰策略为 %1。内存用尽时 Redis 会丢弃任务；应设为 noeviction。</translation>
    </message>
    <message>
        <source>This is a read-only replica: nothing can be changed here.</source>
        <translation>这是只读副本：无法在此修改。</translation>
    </message>
    <message numerus="yes">
        <source>More than %n queue(s) found; the search stopped early.</source>
        <translation>
            <numerusform>找到超过 %n 个队列；搜索已提前停止。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) found.</source>
        <translation>
            <numerusform>找到 %n 个队列。</numerusform>
        </translation>
    </message>
    <message>
        <source>The server&apos;s clock differs by %1.</source>
        <translation>服务器时钟相差 %1。</translation>
    </message>
    <message>
        <source>No queues yet.</source>
        <translation>还没有队列。</translation>
    </message>
    <message numerus="yes">
        <source>More than %n queue(s)</source>
        <translation>
            <numerusform>超过 %n 个队列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n 个队列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 under %n prefix(es).</source>
        <translation>
            <numerusform>%1，分布在 %n 个前缀下。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>Encrypted with %1.</source>
        <translation>使用 %1 加密。</translation>
    </message>
    <message>
        <source>a read-only replica</source>
        <translation>只读副本</translation>
    </message>
    <message>
        <source>a primary</source>
        <translation>主节点</translation>
    </message>
    <message>
        <source>%1 answers in %2, %3.</source>
        <translation>%1 在 %2 内响应，是%3。</translation>
    </message>
    <message>
        <source>%1 answers in %2 over %3, %4.</source>
        <translation>%1 经 %3 在 %2 内响应，是%4。</translation>
    </message>
</context>
<context>
    <name>oxp::ThenField</name>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>not allowed to you</source>
        <translation>您没有此权限</translation>
    </message>
    <message>
        <source>none of these jobs is %1</source>
        <comment>states</comment>
        <translation>这些任务中没有%1的任务</translation>
    </message>
    <message>
        <source>the release of BullMQ here is not known for sure</source>
        <translation>无法确定此处的 BullMQ 版本</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>然后</translation>
    </message>
    <message>
        <source>Only edit</source>
        <translation>仅编辑</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>oxp::TlsFields</name>
    <message>
        <source>Encrypt with TLS, and verify the server</source>
        <translation>使用 TLS 加密，并验证服务器</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA 文件</translation>
    </message>
    <message>
        <source>beside the system&apos;s authorities, PEM</source>
        <translation>作为系统证书颁发机构的补充，PEM</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>only where the server asks for one</source>
        <translation>仅在服务器要求时需要</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>客户端私钥</translation>
    </message>
    <message>
        <source>in the certificate&apos;s file</source>
        <translation>在证书文件中</translation>
    </message>
    <message>
        <source>Choose CA file</source>
        <translation>选择 CA 文件</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Choose client certificate</source>
        <translation>选择客户端证书</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Choose client key</source>
        <translation>选择客户端私钥</translation>
    </message>
    <message>
        <source>Key passphrase</source>
        <translation>私钥的密码短语</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密码短语</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Server name</source>
        <translation>服务器名称</translation>
    </message>
    <message>
        <source>asked for (SNI): the host</source>
        <translation>请求的名称（SNI）：主机</translation>
    </message>
    <message>
        <source>Name to verify</source>
        <translation>要验证的名称</translation>
    </message>
    <message>
        <source>in the certificate: the host</source>
        <translation>证书中的名称：主机</translation>
    </message>
    <message>
        <source>Verify name</source>
        <translation>验证名称</translation>
    </message>
    <message>
        <source>Remove pin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>until %1, %2</source>
        <translation>有效期至 %1，%2</translation>
    </message>
    <message>
        <source>only where the key is encrypted</source>
        <translation>仅在私钥已加密时需要</translation>
    </message>
</context>
<context>
    <name>oxp::ValidityLine</name>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>有效性</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>第 %1 行，第 %2 列：%3</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Valid JSON</source>
        <translation>JSON 有效</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处改动</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
</context>
<context>
    <name>oxp::ValueCompare</name>
    <message>
        <source>Selected change</source>
        <translation>所选修改</translation>
    </message>
    <message>
        <source>Before: %1. After: %2.</source>
        <translation>修改前：%1。修改后：%2。</translation>
    </message>
    <message>
        <source>+ new</source>
        <translation>+ 新</translation>
    </message>
    <message>
        <source>− old</source>
        <translation>− 旧</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不存在</translation>
    </message>
</context>
<context>
    <name>oxp::WindowStatus</name>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>查看者</translation>
    </message>
    <message>
        <source>&lt; 0.1 ms</source>
        <translation>不到 0.1 毫秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>clocks differ by %1</source>
        <translation>时钟相差 %1</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Live updates are paused.</source>
        <translation>实时更新已暂停。</translation>
    </message>
    <message>
        <source>What you see stands still; Refresh (F5) reads it once.</source>
        <translation>当前画面不会变化；“刷新”（F5）读取一次。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>saves are reviewed first</source>
        <translation>写入前先审阅</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>pinned until %1</source>
        <translation>已固定，至 %1</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
</context>
<context>
    <name>oxp::Workspace</name>
    <message>
        <source>connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n 个队列</numerusform>
        </translation>
    </message>
    <message>
        <source>looking for queues…</source>
        <translation>正在查找队列…</translation>
    </message>
    <message>
        <source>away, trying again</source>
        <translation>无法连接，正在重试</translation>
    </message>
    <message>
        <source>password needed</source>
        <translation>需要密码</translation>
    </message>
    <message>
        <source>password refused</source>
        <translation>密码被拒绝</translation>
    </message>
    <message>
        <source>server is loading</source>
        <translation>服务器正在加载</translation>
    </message>
    <message>
        <source>cannot connect</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>Looking for queues in %1</source>
        <translation>正在 %1 中查找队列</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>个键</translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) found</source>
        <translation>
            <numerusform>找到 %n 个队列</numerusform>
        </translation>
    </message>
    <message>
        <source>queues not found</source>
        <translation>未找到队列</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 被拒绝</translation>
    </message>
</context>
</TS>
