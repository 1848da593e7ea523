import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Terms that mean the same in every city: what is abbreviated in Latin letters, written in two ways, or called one thing
 * in the field and another in the laboratory. What is only near stands in no set.
 */
const SYNONYMS: readonly string[] = [
  // Materials and chemistry
  'SiC 碳化硅',
  'GaN 氮化镓',
  'GaAs 砷化镓',
  'InP 磷化铟',
  'NdFeB 钕铁硼',
  'CNT 碳纳米管',
  'MOF 金属有机框架',
  'CFRP 碳纤维增强复合材料',
  'PVC 聚氯乙烯',
  'PTFE 聚四氟乙烯',
  '3D打印 三维打印 增材制造',
  // Electronics, software, control
  'LED 发光二极管',
  'OLED 有机发光二极管',
  'IGBT 绝缘栅双极型晶体管',
  'FPGA 现场可编程门阵列',
  'MEMS 微机电系统',
  'RFID 射频识别',
  'UWB 超宽带',
  'GPU 图形处理器',
  'PLC 可编程控制器 可编程逻辑控制器',
  'CNC 数控',
  'MES 制造执行系统',
  'ERP 企业资源计划',
  'SCADA 数据采集与监视控制',
  'CAD 计算机辅助设计',
  'CFD 计算流体力学',
  'BIM 建筑信息模型',
  'GIS 地理信息系统',
  'AI 人工智能',
  'NLP 自然语言处理',
  'OCR 光学字符识别',
  'IoT 物联网',
  'NB-IoT 窄带物联网',
  '5G 第五代移动通信',
  'VR 虚拟现实',
  'AR 增强现实',
  // Machines and vehicles
  '机械臂 机械手',
  'AGV 自动导引车',
  'UAV 无人机',
  'LiDAR 激光雷达',
  'SAR 合成孔径雷达',
  'GNSS 卫星导航',
  '自动驾驶 无人驾驶',
  '电动车 电动汽车',
  '激光 镭射',
  // Energy
  '风电 风力发电',
  '水电 水力发电',
  '火电 火力发电',
  '光伏发电 太阳能发电',
  '锂电池 锂离子电池',
  'LNG 液化天然气',
  'CNG 压缩天然气',
  'CBM 煤层气',
  // Environment and mining
  'VOC VOCs 挥发性有机物',
  'COD 化学需氧量',
  'PM2.5 细颗粒物',
  'CCUS 碳捕集利用与封存',
  'SCR 选择性催化还原',
  'MBR 膜生物反应器',
  '污水处理 废水处理',
  // Life sciences and farming
  'DNA 脱氧核糖核酸',
  'RNA 核糖核酸',
  'PCR 聚合酶链反应 聚合酶链式反应',
  'MRI 磁共振成像 核磁共振成像',
  'ECG 心电图',
  '马铃薯 土豆',
  '番茄 西红柿',
  '甘薯 红薯',
  '黄芪 黄耆',
];

/** 检索词表 of whoever has kept none: an administrator changes it as one of their own. */
export class FirstSynonyms1771400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `insert into platform.search_words (version, synonyms, stop_words) values (1, $1, '{}')
       on conflict do nothing`,
      [JSON.stringify(SYNONYMS.map((set) => set.split(' ')))],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from platform.search_words where version = 1');
  }
}
