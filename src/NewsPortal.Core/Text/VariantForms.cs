namespace NewsPortal.Core.Text;

/// <summary>
/// Variant forms that Unihan's kSimplifiedVariant does not lead to today's mainland form: pairs, variant first.
/// Written from the mainland list of abolished variants and the habits of Taiwan and Hong Kong newspapers.
/// </summary>
internal static class VariantForms
{
    // Taiwan, Hong Kong and older printing; the right-hand form is the only one in mainland print.
    private const string Variants =
        "爲为裏里裡里産产綫线缐线羣群峯峰週周妳你嶽岳鑑鉴証证佈布佔占僱雇唸念喫吃淨净啓启衆众牀床祕秘鬨哄菸烟衹只祇只麪面"
        + "鉢钵鷄鸡搾榨姉姊韮韭蹟迹跡迹脣唇粧妆駡骂歎叹慾欲効效勗勖豔艳艶艳暱昵氾泛汎泛遊游擡抬攷考穉稚稺稚弔吊竝并倂并并并匳奁盃杯"
        + "滷卤洩泄綑捆閙闹翻翻飜翻槌槌鎌镰尅克兇凶虖乎囘回廻回囬回迺乃亾亡亙亘凟渎冐冒冺泯刼劫剏创剙创勳勋匄丐叁叁吿告呌叫咊和"
        + "嚐尝甞尝堘塍墻墙壻婿婬淫孃娘寃冤寳宝峩峨嵗岁巖岩嵒岩庻庶弌一彊强徃往恠怪慙惭慼戚揹背敎教斵斫晣晰暎映枬楠楳梅樑梁槀槁"
        + "檇槜欝郁歗啸毘毗氷冰汙污汚污泝溯溼湿湼涅滙汇潄漱澁涩濬浚灋法熈熙燄焰燻熏牋笺犂犁猨猿獋嗥玅妙珎珍瓈璃甎砖甕瓮甦苏畊耕畧略"
        + "疎疏痳麻瘉愈癒愈皷鼓盌碗眎视砲炮硏研碁棋碪砧禩祀秔粳秌秋稉粳稾稿穅糠窰窑竒奇竢俟箇个篛箬簷檐籐藤糭粽糉粽絃弦絶绝緜绵緥褓"
        + "罇樽缾瓶羢绒羮羹翄翅肎肯胷胸脗吻脇胁膓肠臕膘臯皋皐皋舖铺舘馆艪橹菓果蔆菱蘂蕊蘓苏虵蛇蚘蛔蜋螂蝨虱蝯猿蠍蝎蠭蜂衇脉衖弄衺邪"
        + "袠帙袵衽裠裙覈核譌讹詧察譁哗豓艳貍狸賸剩賷赍趂趁踈疏躭耽躱躲輭软迯逃逈迥遯遁邨村郄郤酧酬醃腌鋜镯錬炼鐡铁鑛矿阯址隄堤隣邻"
        + "雑杂霛灵靁雷鞌鞍鞵鞋頟额頽颓顋腮髴佛鬀剃鬂鬓鬪斗鬭斗鳬凫鴈雁鵞鹅鸎莺鷰燕鹸碱麐麟黏黏囓啮牠它甯宁彙汇"
        + "崙仑讚赞鎗枪託托糰团瀰弥㳽弥儁俊湧涌紮扎籤签臥卧倖幸朮术塚冢説说饑饥脩修羨羡諡谥崑昆犛牦槓杠墬坠嚮向剷铲譁哗傚效陞升蓆席槃盘姪侄"
        + "砵钵罸罚衞卫凖准痺痹勦剿粺稗籨奁牴抵鍊炼鑪炉煇辉齧啮鵰雕鵶鸦鼈鳖憇憩慂恿塡填毀毁藷薯嚥咽呑吞愼慎旣既曽曾毎每濳潜淸清甁瓶畵画眞真"
        + "虚虚鎭镇靑青飮饮黙默黒黑戸户内内穨颓餵喂癡痴覇霸凃涂綵彩谘咨燬毁拏拿澂澄箝钳旂旗蔴麻簑蓑稜棱兌兑稅税脫脱悅悦閱阅銳锐蛻蜕說说渉涉歩步顔颜緖绪緣缘産产狀状溫温録录緑绿别别啟启"
        + "乾干復复夥伙徵征摺折恆恒線线緻致註注誌志鍾钟餘余颱台臺台檯台閤合後后鬱郁";

    // Forms that both live on in mainland print with meanings of their own, but that the other side of the strait, or
    // careless typing, uses for each other. 著作 and 看著 must both be found, so 著 and 着 are one for search.
    private const string Interchanged =
        "著着藉借覆复瞭了锺钟馀余镟旋乾干黏粘菑灾呎尺吋寸祐佑彿佛彷仿喆哲堃坤昇升";

    public static IEnumerable<(int From, int To)> Everywhere => Pairs(Variants);

    public static IEnumerable<(int From, int To)> ForSearch => Pairs(Interchanged);

    private static IEnumerable<(int From, int To)> Pairs(string pairs)
    {
        for (var i = 0; i < pairs.Length; i += 2)
            if (pairs[i] != pairs[i + 1])
                yield return (pairs[i], pairs[i + 1]);
    }
}
